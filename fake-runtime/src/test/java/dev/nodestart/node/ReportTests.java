package dev.nodestart.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ReportTests {
    @Test
    void lineSeparatesKeysAndValuesByTabs() {
        assertThat(Report.line("master", "status", "0", "text", "up")).isEqualTo("@node\tmaster\tstatus=0\ttext=up\n");
    }

    @Test
    void lineWhenEventHasNoKeys() {
        assertThat(Report.line("init-done")).isEqualTo("@node\tinit-done\n");
    }

    @Test
    void lineEscapesBackslashTabAndNewline() {
        assertThat(Report.line("driver-down", "cause", "a\\b\tc\nd\r\n"))
                .isEqualTo("@node\tdriver-down\tcause=a\\\\b\\tc\\nd\\n\n");
    }

    @Test
    void lineWhenValueIsLongStaysOneAtomicWrite() {
        String line = Report.line("driver-down", "cause", "é\n".repeat(5_000), "text", "more");
        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isBetween(2_500, 3_000);
        assertThat(line).endsWith("\ttext=\n");
    }

    @Test
    void escapeWhenCutKeepsWholeCharactersAndWholeEscapes() {
        assertThat(Report.escape("ab\n😀", 4)).isEqualTo("ab\\n");
        assertThat(Report.escape("abc\n", 4)).isEqualTo("abc");
        assertThat(Report.escape("😀😀", 7)).isEqualTo("😀");
    }
}
