package dev.nodestart.emulator.explain;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Lines of any text in bounded memory: of a very long line only its beginning is kept. */
final class LineSource {
    static final int LONGEST = 8192;

    private final Reader reader;
    private final char[] buffer = new char[1 << 16];
    private final StringBuilder line = new StringBuilder(256);
    private int at;
    private int end;
    private boolean wasReturn;

    LineSource(Reader reader) {
        this.reader = reader;
    }

    /**
     * The next line without its end, valid until the next call; null after the last one.
     *
     * @throws IOException where the text breaks off, such as a damaged gzip file
     */
    @Nullable
    CharSequence next() throws IOException {
        line.setLength(0);
        boolean any = false;
        while (true) {
            if (at == end) {
                at = 0;
                end = Math.max(0, reader.read(buffer, 0, buffer.length));
                if (end == 0) {
                    return any ? line : null;
                }
            }
            int from = at;
            while (at < end && buffer[at] != '\n' && buffer[at] != '\r') {
                at++;
            }
            if (wasReturn && at == from && buffer[at] == '\n') {
                // the second half of a Windows line end
                wasReturn = false;
                at++;
                continue;
            }
            wasReturn = false;
            any = true;
            line.append(buffer, from, Math.min(at - from, LONGEST - line.length()));
            if (at < end) {
                wasReturn = buffer[at] == '\r';
                at++;
                return line;
            }
        }
    }
}
