package dev.nodestart.conformance;

import java.util.List;

/**
 * What the evaluation of a check found.
 *
 * @param outcome how it ended
 * @param message one sentence: what was found, or why nothing could be
 * @param evidence the lines that show it
 */
public record Finding(Outcome outcome, String message, List<String> evidence) {

    /** What the check asks for holds. */
    public static Finding pass(String message) {
        return new Finding(Outcome.PASS, message, List.of());
    }

    /** It holds, and there is something to know. */
    public static Finding warn(String message, List<String> evidence) {
        return new Finding(Outcome.WARN, message, evidence);
    }

    /** It does not hold. */
    public static Finding fail(String message, List<String> evidence) {
        return new Finding(Outcome.FAIL, message, evidence);
    }

    /** It was not evaluated, for a reason. */
    public static Finding skipped(String reason) {
        return new Finding(Outcome.SKIPPED, reason, List.of());
    }

    /** It could not be evaluated. */
    public static Finding error(String message, List<String> evidence) {
        return new Finding(Outcome.ERROR, message, evidence);
    }
}
