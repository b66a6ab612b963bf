package dev.nodestart.node;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads frames: a header line, and where the header gives a length, that many bytes. */
final class Frames {
    /** Longest header line that is read, in bytes. */
    static final int MAX_HEADER = 4_096;

    private Frames() {}

    /** The words of the next header, or nothing at the end of the stream. */
    static Optional<String[]> header(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(64);
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                return Optional.empty();
            }
            if (line.size() == MAX_HEADER) {
                throw new IOException("A frame's header is longer than [" + MAX_HEADER + "] bytes.");
            }
            line.write(b);
        }
        return Optional.of(new String(line.toByteArray(), StandardCharsets.UTF_8).split(" "));
    }

    /** Exactly that many bytes. */
    static byte[] body(InputStream in, String length) throws IOException {
        int size = length(length);
        byte[] body = new byte[size];
        for (int read = 0; read < size; ) {
            int n = in.read(body, read, size - read);
            if (n < 0) {
                throw new EOFException("A frame ended after [" + read + "] of [" + size + "] bytes.");
            }
            read += n;
        }
        return body;
    }

    /** The bytes of one frame with a body. */
    static byte[] frame(String header, byte[] body) {
        byte[] line = (header + " " + body.length + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] frame = new byte[line.length + body.length];
        System.arraycopy(line, 0, frame, 0, line.length);
        System.arraycopy(body, 0, frame, line.length, body.length);
        return frame;
    }

    private static int length(String text) throws IOException {
        try {
            int size = Integer.parseInt(text);
            if (size >= 0) {
                return size;
            }
        } catch (NumberFormatException e) {
            // said below, as for a negative one
        }
        throw new IOException("A frame's length [" + text + "] is not a number.");
    }
}
