package dev.nodestart.emulator.explain;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line in which a pattern was found.
 *
 * @param line the line
 * @param groups the values of the pattern's named groups
 */
record Hit(SeenLine line, Map<String, String> groups) {
    private static final Pattern GROUP = Pattern.compile("\\(\\?<([a-z]+)>");

    static Hit of(SeenLine line, Pattern pattern, Matcher matcher) {
        Map<String, String> groups = new LinkedHashMap<>();
        GROUP.matcher(pattern.pattern()).results().map(group -> group.group(1)).forEach(name -> {
            String value = matcher.group(name);
            if (value != null) {
                groups.put(name, value);
            }
        });
        return new Hit(line, groups);
    }
}
