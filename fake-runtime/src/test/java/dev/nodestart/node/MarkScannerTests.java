package dev.nodestart.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MarkScannerTests {
    private final StringBuilder seen = new StringBuilder();
    private final MarkScanner scanner = new MarkScanner("token", new MarkScanner.Sink() {
        @Override
        public void data(byte[] bytes) {
            seen.append(new String(bytes, StandardCharsets.UTF_8));
        }

        @Override
        public void mark(String payload) {
            seen.append('<').append(payload).append('>');
        }
    });

    @Test
    void feedWhenMarkStandsWithinData() {
        feed("out\n\0token 0\nnext");
        assertThat(seen).hasToString("out\n<0>next");
    }

    @Test
    void feedGivesDataOutAtOnceWhenItCannotBecomeAMark() {
        feed("no newline yet");
        assertThat(seen).hasToString("no newline yet");
    }

    @Test
    void feedWhenMarkIsCutAnywhere() {
        String whole = "a\0b\0\0token 12\nc\0token 3\n";
        for (int cut = 0; cut <= whole.length(); cut++) {
            seen.setLength(0);
            feed(whole.substring(0, cut));
            feed(whole.substring(cut));
            assertThat(seen).hasToString("a\0b\0<12>c<3>");
        }
    }

    @Test
    void feedWhenEveryByteComesAlone() {
        for (char c : "x\0tok\0token 7\ny".toCharArray()) {
            feed(String.valueOf(c));
        }
        assertThat(seen).hasToString("x\0tok<7>y");
    }

    @Test
    void finishGivesOutWhatOnlyLookedLikeAMark() {
        feed("x\0tok");
        assertThat(seen).hasToString("x");
        scanner.finish();
        assertThat(seen).hasToString("x\0tok");
    }

    private void feed(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        scanner.feed(bytes, bytes.length);
    }
}
