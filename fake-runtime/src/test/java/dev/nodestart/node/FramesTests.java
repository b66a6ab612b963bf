package dev.nodestart.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FramesTests {
    @Test
    void headerAndBodyOfWhatFrameWrote() throws IOException {
        byte[] code = "print('ü')\nRUN 2 sh 3\n".getBytes(StandardCharsets.UTF_8);
        InputStream in = new ByteArrayInputStream(Frames.frame("RUN 1 python", code));
        String[] words = Frames.header(in).orElseThrow();
        assertThat(words).containsExactly("RUN", "1", "python", String.valueOf(code.length));
        assertThat(Frames.body(in, words[3])).isEqualTo(code);
        assertThat(Frames.header(in)).isEmpty();
    }

    @Test
    void headerWhenStreamEndsWithinItIsEmpty() throws IOException {
        assertThat(Frames.header(in("PING"))).isEmpty();
    }

    @Test
    void headerWhenEndlessIsRefused() {
        assertThatThrownBy(() -> Frames.header(in("x".repeat(5_000))))
                .hasMessage("A frame's header is longer than [4096] bytes.");
    }

    @Test
    void bodyWhenStreamEndsWithinItSaysHowFarItCame() {
        assertThatThrownBy(() -> Frames.body(in("abc"), "5")).hasMessage("A frame ended after [3] of [5] bytes.");
    }

    @Test
    void bodyWhenLengthIsNotANumber() {
        assertThatThrownBy(() -> Frames.body(in("abc"), "-1")).hasMessage("A frame's length [-1] is not a number.");
        assertThatThrownBy(() -> Frames.body(in("abc"), "x")).hasMessage("A frame's length [x] is not a number.");
    }

    private static InputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
