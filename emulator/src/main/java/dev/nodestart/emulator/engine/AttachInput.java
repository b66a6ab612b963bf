package dev.nodestart.emulator.engine;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** The input of a hijacked connection: what is written here is sent at once, without waiting for a buffer to fill. */
final class AttachInput extends InputStream {
    private static final byte[] END = new byte[0];

    private final BlockingQueue<byte[]> queue = new LinkedBlockingQueue<>();
    private byte[] current = new byte[0];
    private int position;
    private boolean ended;
    private boolean quiet;

    void send(byte[] bytes) {
        if (bytes.length > 0) {
            queue.add(bytes.clone());
        }
    }

    void send(String text) {
        send(text.getBytes(StandardCharsets.UTF_8));
    }

    void end() {
        queue.add(END);
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // END is a marker
    public int read(byte[] target, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (!quiet) {
            // the client's own thread for this connection: closed in the middle of a write, it would print its trace
            quiet = true;
            Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> {});
        }
        if (position == current.length) {
            if (ended) {
                return -1;
            }
            try {
                current = queue.take();
                position = 0;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                ended = true;
                return -1;
            }
            if (current == END) {
                ended = true;
                return -1;
            }
        }
        int count = Math.min(length, current.length - position);
        System.arraycopy(current, position, target, offset, count);
        position += count;
        return count;
    }
}
