package dev.nodestart.conformance.suite;

import dev.nodestart.conformance.facts.Facts;
import java.util.Map;
import java.util.TreeMap;

/**
 * What {@code /etc/os-release} says.
 *
 * @param id such as {@code ubuntu}
 * @param like the distributions that it comes from, such as {@code ubuntu debian}; empty for one that comes from none
 * @param version such as {@code 22.04}; empty for a rolling one
 * @param name for people
 */
record Release(String id, String like, String version, String name) {

    static Release of(Facts facts) {
        Map<String, String> values = new TreeMap<>();
        facts.answer("system.release").lines().forEach(line -> {
            int equals = line.indexOf('=');
            if (equals > 0) {
                values.put(line.substring(0, equals), unquoted(line.substring(equals + 1)));
            }
        });
        String id = values.getOrDefault("ID", "");
        return new Release(
                id,
                values.getOrDefault("ID_LIKE", ""),
                values.getOrDefault("VERSION_ID", ""),
                values.getOrDefault("PRETTY_NAME", id));
    }

    private static String unquoted(String value) {
        return value.replaceAll("^[\"']|[\"']$", "");
    }

    /** Whether nothing is known of it. */
    boolean isUnknown() {
        return id.isEmpty();
    }
}
