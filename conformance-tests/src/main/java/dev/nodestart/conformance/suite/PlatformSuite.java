package dev.nodestart.conformance.suite;

import dev.nodestart.conformance.Check;
import dev.nodestart.conformance.CheckContext;
import dev.nodestart.conformance.CheckSuite;
import dev.nodestart.conformance.CheckTask;
import dev.nodestart.emulator.node.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The built-in suite: one check for each capability that does not need a GPU. */
public final class PlatformSuite implements CheckSuite {

    private static final Duration PROBE_LIMIT = Duration.ofSeconds(60);

    private static final List<PlatformCheck> CHECKS = Stream.of(
                    SessionChecks.all(), PythonChecks.all(), LibraryChecks.all(), MountChecks.all(), AccessChecks.all())
            .flatMap(List::stream)
            .toList();

    /** Called by {@link java.util.ServiceLoader}. */
    public PlatformSuite() {}

    @Override
    public List<Check> checks() {
        return CHECKS.stream().map(PlatformCheck::check).toList();
    }

    @Override
    public List<CheckTask> tasks(CheckContext context) {
        Memo<ProbeRun> probe =
                new Memo<>(() -> ProbeRun.of(context.driver().run(Language.SHELL, probeScript(), PROBE_LIMIT)));
        return CHECKS.stream()
                .map(check ->
                        new CheckTask(check.check(), () -> check.evaluation().apply(context, probe)))
                .toList();
    }

    static String probeScript() {
        try (InputStream script = PlatformSuite.class.getResourceAsStream("probe.sh")) {
            return new String(
                    Objects.requireNonNull(script, "probe.sh is missing").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
