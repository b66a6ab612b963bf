package dev.nodestart.emulator.launch;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One line by which a node reports (docs/node-protocol.md).
 *
 * @param name such as {@code init-end}
 * @param values its keys and values, unescaped
 */
record NodeEvent(String name, Map<String, String> values) {
    /** The connection to the node has ended; made here, never sent by a node. */
    static final NodeEvent DISCONNECTED = new NodeEvent("disconnected", Map.of());

    private static final String MARK = "@node\t";

    /** Reads a line; empty where it is the node's console and not a report. */
    static Optional<NodeEvent> parse(String line) {
        if (!line.startsWith(MARK)) {
            return Optional.empty();
        }
        String[] fields = line.substring(MARK.length()).split("\t", -1);
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 1; i < fields.length; i++) {
            int equals = fields[i].indexOf('=');
            if (equals > 0) {
                values.put(fields[i].substring(0, equals), unescape(fields[i].substring(equals + 1)));
            }
        }
        return Optional.of(new NodeEvent(fields[0], values));
    }

    String value(String key) {
        return values.getOrDefault(key, "");
    }

    /** A number, or -1 where the value is none. */
    int number(String key) {
        try {
            return Integer.parseInt(value(key));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static String unescape(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\' || i + 1 == text.length()) {
                plain.append(c);
                continue;
            }
            char next = text.charAt(++i);
            plain.append(
                    switch (next) {
                        case 't' -> '\t';
                        case 'n' -> '\n';
                        default -> next;
                    });
        }
        return plain.toString();
    }
}
