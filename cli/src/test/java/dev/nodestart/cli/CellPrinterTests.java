package dev.nodestart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.emulator.node.CellResult;
import dev.nodestart.emulator.node.CellResult.Status;
import dev.nodestart.emulator.node.Language;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CellPrinterTests {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final CellPrinter printer = new CellPrinter(new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            Map.of()));

    @Test
    void aValueStandsOnALineOfItsOwn() {
        printer.accept(false, "printed");
        printer.end(cell(Status.OK, Optional.of("2"), Optional.empty(), 0), Duration.ofSeconds(1));

        assertThat(text(out)).isEqualTo("printed\n2\n");
        assertThat(text(err)).isEmpty();
    }

    @Test
    void aValueAfterAWholeLineFollowsAtOnce() {
        printer.accept(false, "printed\n");
        printer.end(cell(Status.OK, Optional.of("2"), Optional.empty(), 0), Duration.ofSeconds(1));

        assertThat(text(out)).isEqualTo("printed\n2\n");
    }

    @Test
    void outputWithoutAValueIsNotTouched() {
        printer.accept(false, "no line end");
        printer.end(cell(Status.OK, Optional.empty(), Optional.empty(), 0), Duration.ofSeconds(1));

        assertThat(text(out)).isEqualTo("no line end");
    }

    @Test
    void aTracebackGoesToStandardError() {
        printer.accept(true, "warning");
        printer.end(cell(Status.ERROR, Optional.empty(), Optional.of("ZeroDivisionError\n"), 1), Duration.ofSeconds(1));

        assertThat(text(out)).isEmpty();
        assertThat(text(err)).isEqualTo("warning\nZeroDivisionError\n");
    }

    @Test
    void theTimeLimitIsNamed() {
        printer.end(cell(Status.TIMEOUT, Optional.empty(), Optional.empty(), 0), Duration.ofSeconds(90));

        assertThat(text(err)).isEqualTo("nodestart: The command was stopped after 90 s.\n");
    }

    @Test
    void theExitCodeIsTheShellsOwn() {
        assertThat(exitCode(Language.SHELL, Status.ERROR, 3)).isEqualTo(3);
        assertThat(exitCode(Language.SHELL, Status.OK, 0)).isZero();
    }

    @Test
    void theExitCodeOfACellIsOneWhereItRaised() {
        assertThat(exitCode(Language.PYTHON, Status.ERROR, 7)).isEqualTo(1);
        assertThat(exitCode(Language.PYTHON, Status.FAILED, 0)).isEqualTo(1);
    }

    @Test
    void theExitCodeAtTheTimeLimitIsThatOfTimeout() {
        assertThat(exitCode(Language.PYTHON, Status.TIMEOUT, 0)).isEqualTo(124);
    }

    @Test
    void jsonHoldsTheWholeAnswer() {
        CellResult result =
                new CellResult(Status.OK, "a\n", "b\n", Optional.of("2"), Optional.empty(), 0, Duration.ofMillis(12));

        assertThat(CellPrinter.json("run-a", Language.PYTHON, result))
                .hasToString("{\"run_id\":\"run-a\",\"status\":\"OK\",\"exit_code\":0,\"stdout\":\"a\\n\","
                        + "\"stderr\":\"b\\n\",\"result\":\"2\",\"traceback\":null,\"duration_ms\":12}");
    }

    private static int exitCode(Language language, Status status, int code) {
        return CellPrinter.exitCode(language, cell(status, Optional.empty(), Optional.empty(), code));
    }

    private static CellResult cell(Status status, Optional<String> result, Optional<String> traceback, int exitCode) {
        return new CellResult(status, "", "", result, traceback, exitCode, Duration.ofMillis(5));
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
