package dev.nodestart.emulator.diagnosis;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The places in a text of the catalogue that a sign fills: {@code {name}}, or {@code {name|what stands there otherwise}},
 * which may hold a place of the first kind. Pure.
 */
public final class Placeholders {
    private static final Pattern WITH_DEFAULT = Pattern.compile("\\{([a-z]+)\\|((?:[^{}]|\\{[a-z]+\\})*)\\}");

    private Placeholders() {}

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
