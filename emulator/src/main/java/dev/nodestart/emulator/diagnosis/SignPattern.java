package dev.nodestart.emulator.diagnosis;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of the catalogue, made when it is first asked for: a failure needs those of its own stage, and making all takes
 * longer than finding the cause. Safe for use by many threads.
 */
public final class SignPattern {
    private final String text;
    private @Nullable Pattern pattern;
    private @Nullable Set<String> literals;

    private SignPattern(String text) {
        this.text = text;
    }

    /** A pattern by its text, which is not looked at yet. */
    public static SignPattern of(String text) {
        return new SignPattern(text);
    }

    /** The regular expression. */
    public String text() {
        return text;
    }

    /** Whether it may be found in some line; what cannot be is never compiled. */
    synchronized boolean mayBeIn(SearchText lines) {
        Set<String> known = literals;
        if (known == null) {
            known = RequiredLiterals.of(text).orElse(Set.of());
            literals = known;
        }
        return known.isEmpty() || known.stream().anyMatch(lines::contains);
    }

    /**
     * The compiled pattern.
     *
     * @throws java.util.regex.PatternSyntaxException where the text is no regular expression
     */
    public synchronized Pattern pattern() {
        if (pattern == null) {
            pattern = Pattern.compile(text);
        }
        return pattern;
    }

    @Override
    public String toString() {
        return text;
    }
}
