package dev.nodestart.emulator.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What shows a cause: a termination code, lines of evidence, or both.
 *
 * @param code the termination code that must be there
 * @param all patterns of which each must be found in some line; named groups fill the row's placeholders
 * @param anywhere whether it counts whatever the stage, because it shows what would go wrong later
 * @param confidence how sure the cause then is
 */
public record Sign(Optional<String> code, List<SignPattern> all, boolean anywhere, Diagnosis.Confidence confidence) {

    /** The patterns, compiled. */
    public List<Pattern> patterns() {
        return all.stream().map(SignPattern::pattern).toList();
    }
}
