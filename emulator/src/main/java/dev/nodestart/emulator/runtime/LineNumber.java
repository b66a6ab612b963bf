package dev.nodestart.emulator.runtime;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line's or version's name as numbers, for order and distance.
 *
 * @param major such as 15
 * @param minor such as 4; 0 where the name has none
 */
record LineNumber(int major, int minor) implements Comparable<LineNumber> {
    private static final Pattern NUMBERS = Pattern.compile("([0-9]{1,4})(?:\\.([0-9]{1,4}))?.*");

    /** A name without a number, which only a user's line may have, is far from everything. */
    static LineNumber of(String name) {
        Matcher matcher = NUMBERS.matcher(name);
        if (!matcher.matches()) {
            return new LineNumber(100_000, 0);
        }
        String minor = matcher.group(2);
        return new LineNumber(Integer.parseInt(matcher.group(1)), minor == null ? 0 : Integer.parseInt(minor));
    }

    /** Which of two lines is nearer: by major version, then by minor version, then the newer one. */
    int compareDistance(LineNumber a, LineNumber b) {
        Comparator<LineNumber> byDistance = Comparator.<LineNumber>comparingInt(line -> Math.abs(line.major - major))
                .thenComparingInt(line -> Math.abs(line.minor - minor))
                .thenComparing(Comparator.reverseOrder());
        return byDistance.compare(a, b);
    }

    @Override
    public int compareTo(LineNumber other) {
        return major != other.major ? Integer.compare(major, other.major) : Integer.compare(minor, other.minor);
    }
}
