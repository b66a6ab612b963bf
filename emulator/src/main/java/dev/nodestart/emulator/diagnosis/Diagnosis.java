package dev.nodestart.emulator.diagnosis;

import java.util.List;

/**
 * A cause of a verdict other than WORKS, with what to do about it.
 *
 * @param id from the catalogue, such as {@code DCS-F01}
 * @param cause what is wrong, one sentence
 * @param fix what to change, with lines that can be pasted
 * @param evidence the lines that show it
 * @param source where the fact comes from
 * @param confidence how sure it is
 */
public record Diagnosis(
        String id, String cause, String fix, List<String> evidence, String source, Confidence confidence) {
    /** How sure a cause is. */
    public enum Confidence {
        CERTAIN,
        LIKELY,
        POSSIBLE
    }
}
