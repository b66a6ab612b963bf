package dev.nodestart.conformance.junit;

import dev.nodestart.conformance.VerifyResult;
import dev.nodestart.conformance.report.ConsoleReport;
import dev.nodestart.conformance.report.Style;
import dev.nodestart.emulator.model.Launch;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.opentest4j.AssertionFailedError;

/** What a test throws for a cluster that should run and does not. */
final class NotRunning {
    private NotRunning() {}

    /**
     * The failure that the image, the spec or a script is to blame for.
     *
     * @throws IllegalStateException where the harness or the engine failed, so that the test counts as an error
     */
    static AssertionFailedError of(VerifyResult result) {
        if (result.launch().state() == Launch.State.INCONCLUSIVE) {
            throw Failure.harness(message(result));
        }
        return Failure.of(message(result));
    }

    /** The report for people: its first line says what happened, its first section what to change. */
    static String message(VerifyResult result) {
        StringBuilder text = new StringBuilder();
        try {
            new ConsoleReport(Style.plain()).write(result, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().stripTrailing();
    }
}
