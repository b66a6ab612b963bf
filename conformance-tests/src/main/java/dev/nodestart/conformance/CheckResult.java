package dev.nodestart.conformance;

import java.time.Duration;
import java.util.List;

/**
 * A check as it ended on one launch.
 *
 * @param check the catalogue's row
 * @param outcome how it ended
 * @param message one sentence
 * @param evidence the lines that show it
 * @param duration how long the evaluation took
 */
public record CheckResult(Check check, Outcome outcome, String message, List<String> evidence, Duration duration) {

    /** What to change, empty where nothing needs to be. */
    public String fix() {
        return outcome == Outcome.FAIL || outcome == Outcome.WARN ? check.remedy() : "";
    }

    /** The same with another sentence. */
    public CheckResult saying(String sentence) {
        return with(outcome, sentence);
    }

    CheckResult with(Outcome newOutcome, String newMessage) {
        return new CheckResult(check, newOutcome, newMessage, evidence, duration);
    }
}
