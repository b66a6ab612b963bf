package dev.nodestart.emulator.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Frames of a session, however the stream is cut (docs/node-protocol.md). */
class FramesTests {
    private final List<Frames.Frame> seen = new ArrayList<>();
    private final Frames frames = new Frames(seen::add);

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void addWhenCutAnywhereGivesTheSameFrames() {
        byte[] stream = bytes("OUT 7 6\na\né!\n" + "ERR 7 0\n" + "RESULT 7 2\n42" + "END 7 ok 0 12\n");
        for (int cut = 0; cut <= stream.length; cut++) {
            List<Frames.Frame> found = new ArrayList<>();
            Frames cutFrames = new Frames(found::add);
            cutFrames.add(java.util.Arrays.copyOfRange(stream, 0, cut));
            cutFrames.add(java.util.Arrays.copyOfRange(stream, cut, stream.length));

            assertThat(found)
                    .as("cut at " + cut)
                    .extracting(frame -> frame.kind() + " " + frame.id() + " [" + frame.content() + "]")
                    .containsExactly("OUT 7 [a\né!\n]", "ERR 7 []", "RESULT 7 [42]", "END 7 []");
        }
    }

    @Test
    void addWhenFrameHasWordsKeepsThem() {
        frames.add(bytes("END 3 error 7 15\nPONG 4\n"));

        assertThat(seen.get(0).words()).containsExactly("error", "7", "15");
        assertThat(seen.get(1).kind()).isEqualTo("PONG");
    }

    @Test
    void addWhenHeaderIsNoFrameSkipsIt() {
        frames.add(bytes("nonsense\nPONG 1\n"));

        assertThat(seen).extracting(Frames.Frame::kind).containsExactly("PONG");
    }
}
