package dev.nodestart.node;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Events of a node, written to the launcher as single lines (docs/node-protocol.md). */
final class Report {
    private static final int MAX_VALUE_BYTES = 2_600;

    private Report() {}

    /** Sends one event; keys and values alternate. */
    static void send(String event, String... keysAndValues) {
        byte[] line = line(event, keysAndValues).getBytes(StandardCharsets.UTF_8);
        // PID 1 is the engine's init: its output is the pipe that the launcher reads, and one write is atomic there.
        try (OutputStream console = new FileOutputStream("/proc/1/fd/1")) {
            console.write(line);
        } catch (IOException e) {
            System.err.println("Cannot report [" + event + "]: " + e.getMessage());
        }
    }

    /** The line of an event, with its newline. */
    static String line(String event, String... keysAndValues) {
        StringBuilder line = new StringBuilder("@node\t").append(event);
        int budget = MAX_VALUE_BYTES;
        for (int i = 0; i + 1 < keysAndValues.length; i += 2) {
            String value = escape(keysAndValues[i + 1], budget);
            budget -= value.getBytes(StandardCharsets.UTF_8).length;
            line.append('\t').append(keysAndValues[i]).append('=').append(value);
        }
        return line.append('\n').toString();
    }

    /** A value with backslash, tab and line breaks escaped, cut so that it takes at most that many bytes. */
    static String escape(String value, int maxBytes) {
        StringBuilder escaped = new StringBuilder();
        int bytes = 0;
        for (int i = 0; i < value.length(); ) {
            int point = value.codePointAt(i);
            String shown = shown(point);
            bytes += shown.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > maxBytes) {
                break;
            }
            escaped.append(shown);
            i += Character.charCount(point);
        }
        return escaped.toString();
    }

    private static String shown(int point) {
        switch (point) {
            case '\\':
                return "\\\\";
            case '\t':
                return "\\t";
            case '\n':
                return "\\n";
            case '\r':
                return "";
            default:
                return new String(Character.toChars(point));
        }
    }
}
