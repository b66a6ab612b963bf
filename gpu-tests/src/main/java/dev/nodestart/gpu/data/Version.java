package dev.nodestart.gpu.data;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers with dots between them, such as a driver's {@code 580.126.16} or a toolkit's {@code 12.4}.
 *
 * @param parts the numbers
 * @param text as it was written
 */
public record Version(List<Integer> parts, String text) implements Comparable<Version> {
    private static final Pattern NUMBERS = Pattern.compile("\\d{1,9}(\\.\\d{1,9})*");

    /** Takes a copy. */
    public Version {
        parts = List.copyOf(parts);
    }

    /** The version in a text; empty where the text is none. */
    public static Optional<Version> parse(String text) {
        String stripped = text.strip();
        return NUMBERS.matcher(stripped).matches()
                ? Optional.of(new Version(
                        Arrays.stream(stripped.split("\\.", -1))
                                .map(Integer::valueOf)
                                .toList(),
                        stripped))
                : Optional.empty();
    }

    /**
     * The version in a text that must be one.
     *
     * @throws IllegalArgumentException where it is none
     */
    public static Version of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("[" + text + "] is not a version."));
    }

    /** The version that the driver's API gives as one number: 1000 times the major part and 10 times the minor one. */
    public static Version ofApi(int number) {
        return of(number / 1000 + "." + number % 1000 / 10);
    }

    /** The first number. */
    public int major() {
        return parts.get(0);
    }

    /** The first two numbers, such as {@code 12.4} of {@code 12.4.1}. */
    public Version minor() {
        return of(major() + "." + part(1));
    }

    /** Whether this is as new as another, or newer. */
    public boolean atLeast(Version other) {
        return compareTo(other) >= 0;
    }

    /** Part by part; a part that is missing counts as 0 (gpu.md §2.5). */
    @Override
    public int compareTo(Version other) {
        for (int i = 0; i < Math.max(parts.size(), other.parts.size()); i++) {
            int order = Integer.compare(part(i), other.part(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private int part(int index) {
        return index < parts.size() ? parts.get(index) : 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Version version && compareTo(version) == 0;
    }

    @Override
    public int hashCode() {
        int last = parts.size();
        while (last > 0 && parts.get(last - 1) == 0) {
            last--;
        }
        return parts.subList(0, last).hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
