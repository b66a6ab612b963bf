package dev.nodestart.emulator.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nodestart.emulator.node.Frames.Frame;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a command, frame by frame. */
class PendingCellTests {
    private final List<String> passedOn = new ArrayList<>();
    private final PendingCell cell = new PendingCell((error, text) -> passedOn.add(error + " " + text));

    private static Frame frame(String kind, String content, String... words) {
        return new Frame(kind, "1", List.of(words), content);
    }

    @Test
    void resultKeepsEveryPartApart() throws InterruptedException {
        assertThat(cell.accept(frame("OUT", "a"))).isFalse();
        cell.accept(frame("OUT", "b"));
        cell.accept(frame("ERR", "e"));
        cell.accept(frame("RESULT", "42"));
        assertThat(cell.await(Duration.ZERO)).isFalse();
        assertThat(cell.accept(frame("END", "", "ok", "0", "5"))).isTrue();
        assertThat(cell.await(Duration.ZERO)).isTrue();

        CellResult result = cell.result(false);
        assertThat(List.of(result.stdout(), result.stderr(), result.result().orElseThrow(), result.status()))
                .isEqualTo(List.of("ab", "e", "42", CellResult.Status.OK));
        assertThat(passedOn).containsExactly("false a", "false b", "true e");
    }

    @ParameterizedTest
    @CsvSource({"ok, OK", "error, ERROR", "failed, FAILED", "cancelled, TIMEOUT"})
    void resultHasTheStatusOfTheEnd(String word, CellResult.Status status) {
        cell.accept(frame("TRACE", "why"));
        cell.accept(frame("END", "", word, "3", "5"));

        assertThat(cell.result(false).status()).isEqualTo(status);
        assertThat(cell.result(false).exitCode()).isEqualTo(3);
        assertThat(cell.result(false).traceback()).contains("why");
    }

    @Test
    void resultWhenLateIsATimeoutWithWhatWasWritten() {
        cell.accept(frame("OUT", "so far"));

        assertThat(cell.result(true).status()).isEqualTo(CellResult.Status.TIMEOUT);
        assertThat(cell.result(true).stdout()).isEqualTo("so far");
    }

    @Test
    void resultWhenConnectionBrokeThrowsTheReason() throws InterruptedException {
        cell.broken("The connection to the driver was lost.");

        assertThat(cell.await(Duration.ZERO)).isTrue();
        assertThatThrownBy(() -> cell.result(false))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("The connection to the driver was lost.");
    }
}
