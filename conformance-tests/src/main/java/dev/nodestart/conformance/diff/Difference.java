package dev.nodestart.conformance.diff;

import java.util.List;

/**
 * One thing that is not the same in two runs.
 *
 * @param section what it belongs to, such as {@code capabilities}
 * @param name which one, such as {@code python}
 * @param before its value in the first run, empty where it has none
 * @param after its value in the second run, empty where it has none
 * @param removed for a value of several lines, those that only the first run has
 * @param added for a value of several lines, those that only the second run has
 */
public record Difference(
        String section, String name, String before, String after, List<String> removed, List<String> added) {

    static Difference of(String section, String name, String before, String after) {
        return new Difference(section, name, before, after, List.of(), List.of());
    }

    static Difference ofLines(String section, String name, List<String> removed, List<String> added) {
        return new Difference(section, name, "", "", removed, added);
    }
}
