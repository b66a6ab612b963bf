package dev.nodestart.conformance;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Values that are given several times, or several at once with commas. */
final class CommaList {

    private CommaList() {}

    static List<String> of(Collection<String> values) {
        return values.stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }
}
