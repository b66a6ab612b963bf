package dev.nodestart.conformance.junit;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills <code>${NAME}</code> and <code>${NAME:default}</code> in; <code>$${</code> stands for <code>${</code>.
 *
 * @param values where values come from
 */
record Placeholders(Function<String, Optional<String>> values) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$(\\$?)\\{([^:{}]+)(:([^{}]*))?}");

    /** JUnit's configuration parameters, which are system properties too, then environment variables. */
    static Placeholders of(Function<String, Optional<String>> parameters) {
        return new Placeholders(name -> parameters
                .apply(name)
                .or(() -> Optional.ofNullable(System.getenv(name)))
                .filter(value -> !value.isBlank()));
    }

    /**
     * The text with its placeholders replaced.
     *
     * @throws IllegalArgumentException for a name without a value and without a default
     */
    String fill(String text) {
        Matcher matcher = PLACEHOLDER.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            if (!matcher.group(1).isEmpty()) {
                matcher.appendReplacement(
                        filled, Matcher.quoteReplacement(matcher.group().substring(1)));
                continue;
            }
            String name = matcher.group(2);
            String value = values.apply(name)
                    .or(() -> Optional.ofNullable(matcher.group(4)))
                    .orElseThrow(() -> new IllegalArgumentException(
                            "[" + name + "] in [" + text + "] has no value: give it with [-D" + name
                                    + "=…] or as an environment variable, or write a default: [${" + name
                                    + ":…}]."));
            matcher.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(filled).toString();
    }
}
