package dev.nodestart.emulator.explain;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/** The text of a stream: unpacked where it is gzip, in the encoding that its first bytes tell. */
final class TextInput {
    private static final int HEAD = 8192;

    private TextInput() {}

    /**
     * Opens the text.
     *
     * @throws UnreadableException where the stream is empty or no text
     */
    static Reader open(InputStream stream, String name) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(stream, 1 << 16);
        byte[] head = head(bytes);
        // compressed twice happens, more often than that does not
        for (int times = 0; times < 2 && isGzip(head); times++) {
            bytes = new BufferedInputStream(new GZIPInputStream(bytes, 1 << 16), 1 << 16);
            head = head(bytes);
        }
        if (head.length == 0) {
            throw new UnreadableException("[" + name + "] is empty: there is nothing to explain.");
        }
        Charset charset = charset(head);
        if (charset.equals(StandardCharsets.UTF_8) && isBinary(head)) {
            throw new UnreadableException("[" + name + "] is not text: give a log, a message, JSON of the API, or the"
                    + " folder or bundle of a run.");
        }
        return new InputStreamReader(bytes, charset);
    }

    private static byte[] head(BufferedInputStream bytes) throws IOException {
        bytes.mark(HEAD);
        byte[] head = bytes.readNBytes(HEAD);
        bytes.reset();
        return head;
    }

    private static boolean isGzip(byte[] head) {
        return head.length > 2 && head[0] == (byte) 0x1f && head[1] == (byte) 0x8b;
    }

    /** PowerShell writes UTF-16 where others write UTF-8. */
    private static Charset charset(byte[] head) {
        boolean marked = head.length > 1
                && ((head[0] == (byte) 0xff && head[1] == (byte) 0xfe)
                        || (head[0] == (byte) 0xfe && head[1] == (byte) 0xff));
        return marked ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }

    private static boolean isBinary(byte[] head) {
        int odd = 0;
        for (byte b : head) {
            // tab to carriage return, and escape
            boolean allowed = (b >= 9 && b <= 13) || b == 27;
            if ((b >= 0 && b < 32 && !allowed) || b == 127) {
                odd++;
            }
        }
        return odd * 20 > head.length;
    }
}
