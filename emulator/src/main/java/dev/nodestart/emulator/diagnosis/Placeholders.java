package dev.nodestart.emulator.diagnosis;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The places in a text of the catalogue that a sign fills: {@code {name}}, or {@code {name|what stands there otherwise}},
 * which may hold a place of the first kind. Pure.
 */
public final class Placeholders {
    private static final Pattern WITH_DEFAULT = Pattern.compile("\\{([a-z]+)\\|((?:[^{}]|\\{[a-z]+\\})*)\\}");

    private static final LineSpan UP_TO_15 = new LineSpan(Optional.empty(), Optional.of("15.9"));
    private static final LineSpan UP_TO_17 = new LineSpan(Optional.empty(), Optional.of("17.9"));

    private Placeholders() {}

    /**
     * What the places {@code {line}} and {@code {java}}, the line's own Java, hold.
     *
     * @param line a runtime line; empty where it is not known
     */
    public static Map<String, String> ofLine(String line) {
        if (line.isEmpty()) {
            return Map.of("line", "LINE", "java", "VERSION");
        }
        // dcs.md §2, F20
        String java = UP_TO_15.contains(line) ? "8" : UP_TO_17.contains(line) ? "17" : "21";
        return Map.of("line", line, "java", java);
    }

    /** The text with what is known in its places; a place without a default that nothing fills stays as it is. */
    public static String fill(String text, Map<String, String> values) {
        String filled = WITH_DEFAULT
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group(2))));
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }
}
