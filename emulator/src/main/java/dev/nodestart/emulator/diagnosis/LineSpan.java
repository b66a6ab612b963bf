package dev.nodestart.emulator.diagnosis;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A span of runtime lines, both ends included.
 *
 * @param from the oldest line, such as {@code 13.3}; empty for all older ones
 * @param to the newest line; empty for all newer ones
 */
public record LineSpan(Optional<String> from, Optional<String> to) {
    private static final Pattern NUMBERS = Pattern.compile("([0-9]{1,4})(?:\\.([0-9]{1,4}))?.*");

    /** Whether a line lies in the span; one that is not numbered, a user's own, lies in every span. */
    public boolean contains(String line) {
        Optional<Integer> number = number(line);
        return number.isEmpty()
                || (from.flatMap(LineSpan::number).orElse(0) <= number.get()
                        && number.get() <= to.flatMap(LineSpan::number).orElse(Integer.MAX_VALUE));
    }

    private static Optional<Integer> number(String line) {
        Matcher matcher = NUMBERS.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String minor = matcher.group(2);
        return Optional.of(Integer.parseInt(matcher.group(1)) * 10_000 + (minor == null ? 0 : Integer.parseInt(minor)));
    }
}
