package dev.nodestart.conformance.suite;

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
import java.util.Objects;
import java.util.Optional;

/** Work of the first install that does not wait for the notebook's kernel. No check judges it, and it is no check's time. */
final class NotebookPip {
    static final String NAME = "pip.compile";

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private NotebookPip() {}

    static Trial trial() {
        return new Trial(NAME, "pip", NotebookPip::run);
    }

    private static CellResult run(TrialContext context) {
        NodeOutput output = context.driver().sh(script(), LIMIT);
        return new CellResult(
                output.complete() ? Status.OK : Status.TIMEOUT,
                output.stdout(),
                output.stderr(),
                Optional.empty(),
                Optional.empty(),
                0,
                Duration.ZERO);
    }

    private static String script() {
        try (InputStream file = NotebookPip.class.getResourceAsStream("compile-pip.sh")) {
            return new String(
                    Objects.requireNonNull(file, "compile-pip.sh is missing").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
