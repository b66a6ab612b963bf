package dev.nodestart.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class StyleTests {

    @Test
    void ofTerminalHasColourUnlessRefused() {
        assertThat(Style.of(true, false, Map.of()).colour()).isTrue();
        assertThat(Style.of(true, false, Map.of("NO_COLOR", "")).colour()).isTrue();
        assertThat(Style.of(true, true, Map.of()).colour()).isFalse();
        assertThat(Style.of(true, false, Map.of("NO_COLOR", "1")).colour()).isFalse();
        assertThat(Style.of(true, false, Map.of("TERM", "dumb")).colour()).isFalse();
    }

    @Test
    void ofPipeHasNoColour() {
        assertThat(Style.of(false, false, Map.of("TERM", "xterm")).colour()).isFalse();
    }

    @Test
    void ofPlainLocaleStaysInAscii() {
        assertThat(Style.of(true, false, Map.of("LANG", "C.UTF-8")).unicode()).isTrue();
        assertThat(Style.of(true, false, Map.of("LANG", "C")).unicode()).isFalse();
        assertThat(Style.of(true, false, Map.of("LANG", "C.UTF-8", "LC_ALL", "POSIX"))
                        .unicode())
                .isFalse();
    }
}
