package dev.nodestart.node;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** One connection's way back: whole frames, from any thread. */
final class Answers {
    private final OutputStream out;

    Answers(OutputStream out) {
        this.out = out;
    }

    /** Sends a frame with a body. */
    void part(String kind, String id, byte[] body) {
        send(Frames.frame(kind + " " + id, body));
    }

    /** Sends a frame that is only a header. */
    void line(String header) {
        send((header + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private synchronized void send(byte[] frame) {
        try {
            out.write(frame);
            out.flush();
        } catch (IOException e) {
            // The client went away: its command runs on, as a notebook's does; nobody is left to tell.
        }
    }
}
