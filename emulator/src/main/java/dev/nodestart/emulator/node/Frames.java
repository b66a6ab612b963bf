package dev.nodestart.emulator.node;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Consumer;

/** Cuts a stream of bytes into the frames of a session (docs/node-protocol.md). Not safe for use by many threads. */
final class Frames {
    private static final Set<String> WITH_CONTENT = Set.of("OUT", "ERR", "RESULT", "TRACE", "FAIL");
    private static final int MAX_HEADER = 256;

    private final Consumer<Frame> sink;
    private final ByteArrayOutputStream header = new ByteArrayOutputStream();
    private String[] words = new String[0];
    private byte[] content = new byte[0];
    private int filled;
    private boolean inContent;

    Frames(Consumer<Frame> sink) {
        this.sink = sink;
    }

    /**
     * One frame.
     *
     * @param kind such as {@code OUT}
     * @param id the command that it belongs to
     * @param words what follows in the header
     * @param content its bytes as UTF-8 text, empty for kinds without
     */
    record Frame(String kind, String id, java.util.List<String> words, String content) {}

    /** Takes the next piece, and passes on every frame that it completes. */
    void add(byte[] bytes) {
        int position = 0;
        while (position < bytes.length) {
            position = inContent ? fill(bytes, position) : readHeader(bytes, position);
        }
    }

    private int readHeader(byte[] bytes, int from) {
        int position = from;
        while (position < bytes.length) {
            byte b = bytes[position++];
            if (b == '\n') {
                endHeader();
                return position;
            }
            if (header.size() < MAX_HEADER) {
                header.write(b);
            }
        }
        return position;
    }

    private void endHeader() {
        words = header.toString(StandardCharsets.UTF_8).split(" ", -1);
        header.reset();
        if (words.length < 2) {
            return;
        }
        if (!WITH_CONTENT.contains(words[0])) {
            emit("");
            return;
        }
        content = new byte[Integer.parseInt(words[words.length - 1])];
        filled = 0;
        if (content.length == 0) {
            emit("");
        } else {
            inContent = true;
        }
    }

    private int fill(byte[] bytes, int from) {
        int count = Math.min(content.length - filled, bytes.length - from);
        System.arraycopy(bytes, from, content, filled, count);
        filled += count;
        if (filled == content.length) {
            inContent = false;
            emit(new String(content, StandardCharsets.UTF_8));
        }
        return from + count;
    }

    private void emit(String text) {
        sink.accept(new Frame(words[0], words[1], java.util.List.of(words).subList(2, words.length), text));
    }
}
