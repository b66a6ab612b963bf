package dev.nodestart.conformance.suite;

import dev.nodestart.conformance.facts.Answer;
import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.conformance.facts.Trial;
import dev.nodestart.conformance.facts.TrialContext;
import dev.nodestart.emulator.node.CellResult;
import dev.nodestart.emulator.node.CellResult.Status;
import dev.nodestart.emulator.node.NodeOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Installs a small wheel as a cluster library, without a network, and imports it. */
final class LibraryInstall {

    static final String NAME = "libraries.install";

    static final Duration LIMIT = Duration.ofSeconds(60);

    private static final Pattern PIP = Pattern.compile("pip (\\d{1,3}) (.*)");

    private LibraryInstall() {}

    static Trial trial() {
        return new Trial(NAME, "libraries", LibraryInstall::run);
    }

    private static CellResult run(TrialContext context) {
        String user = LibraryChecks.USER_AND_ACL.contains(context.launch().line()) ? "libraries" : "root";
        long start = System.nanoTime();
        NodeOutput output = context.driver().sh(script().replace("%USER%", user), LIMIT);
        return result(output, Duration.ofNanos(System.nanoTime() - start));
    }

    /** The script's last line is its exit status; without one it did not come to its end. */
    static CellResult result(NodeOutput output, Duration duration) {
        List<String> lines = output.stdout().lines().toList();
        String last = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
        boolean ended = last.matches("\\d{1,3}");
        int code = ended ? Integer.parseInt(last) : 1;
        Status status = ended ? (code == 0 ? Status.OK : Status.ERROR) : Status.TIMEOUT;
        return new CellResult(
                status, output.stdout(), output.stderr(), Optional.empty(), Optional.empty(), code, duration);
    }

    /**
     * What the root environment's pip says of its version. The installation tells it; earlier recordings have it as an
     * answer.
     */
    static Answer pip(Facts facts) {
        return facts.asked("pip.version").orElseGet(() -> pip(facts.trial(NAME)));
    }

    /** Evidence of the installation alone. */
    static List<String> evidence(CellResult trial) {
        return Cells.evidence(trial).stream()
                .filter(line -> !PIP.matcher(line).matches())
                .toList();
    }

    private static Answer pip(CellResult trial) {
        return trial.stdout()
                .lines()
                .map(PIP::matcher)
                .filter(Matcher::matches)
                .map(said -> new Answer(Integer.parseInt(said.group(1)), said.group(2), ""))
                .findFirst()
                .orElseGet(() -> new Answer(Answer.TIMED_OUT, "", ""));
    }

    private static String script() {
        try (InputStream file = LibraryInstall.class.getResourceAsStream("install-library.sh")) {
            return new String(
                    Objects.requireNonNull(file, "install-library.sh is missing")
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
