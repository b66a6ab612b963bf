package dev.nodestart.node;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Splits a process's output at marks: a NUL byte, a token, a space, a payload and a newline. */
final class MarkScanner {
    private final byte[] mark;
    private final Sink sink;
    private byte[] pending = new byte[0];

    /** Where the parts go, in the order in which they came. */
    interface Sink {
        void data(byte[] bytes);

        void mark(String payload);
    }

    MarkScanner(String token, Sink sink) {
        this.mark = ('\0' + token + ' ').getBytes(StandardCharsets.UTF_8);
        this.sink = sink;
    }

    /** Takes the next bytes; only what may still become a mark is held back. */
    void feed(byte[] buffer, int length) {
        byte[] bytes = Arrays.copyOf(pending, pending.length + length);
        System.arraycopy(buffer, 0, bytes, pending.length, length);
        int from = 0;
        for (int nul = indexOf(bytes, (byte) 0, from); nul >= 0; nul = indexOf(bytes, (byte) 0, nul)) {
            int matched = matched(bytes, nul);
            if (matched == mark.length) {
                int end = indexOf(bytes, (byte) '\n', nul + matched);
                if (end < 0) {
                    break;
                }
                data(bytes, from, nul);
                sink.mark(new String(bytes, nul + matched, end - nul - matched, StandardCharsets.UTF_8));
                from = end + 1;
                nul = from;
            } else if (nul + matched == bytes.length) {
                break;
            } else {
                nul++;
            }
        }
        int held = heldFrom(bytes, from);
        data(bytes, from, held);
        pending = Arrays.copyOfRange(bytes, held, bytes.length);
    }

    /** Gives out what was held back, at the end of the stream. */
    void finish() {
        data(pending, 0, pending.length);
        pending = new byte[0];
    }

    private int heldFrom(byte[] bytes, int from) {
        for (int nul = indexOf(bytes, (byte) 0, from); nul >= 0; nul = indexOf(bytes, (byte) 0, nul + 1)) {
            int matched = matched(bytes, nul);
            if (matched == mark.length || nul + matched == bytes.length) {
                return nul;
            }
        }
        return bytes.length;
    }

    private int matched(byte[] bytes, int at) {
        int n = 0;
        while (n < mark.length && at + n < bytes.length && bytes[at + n] == mark[n]) {
            n++;
        }
        return n;
    }

    private void data(byte[] bytes, int from, int to) {
        if (to > from) {
            sink.data(Arrays.copyOfRange(bytes, from, to));
        }
    }

    private static int indexOf(byte[] bytes, byte wanted, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return -1;
    }
}
