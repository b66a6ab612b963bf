package dev.nodestart.emulator.diagnosis;

import dev.nodestart.emulator.data.Provenance;
import dev.nodestart.emulator.model.Stage;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One row of the catalogue of known causes.
 *
 * @param id such as {@code DCS-F01}
 * @param title a few words
 * @param symptom what one sees
 * @param code the termination code that it leads to, empty where there is none of its own
 * @param stages where it shows, empty for anywhere
 * @param lines the runtime lines that it concerns
 * @param general whether it only says what any more special cause says better
 * @param signs what shows it, any one is enough; empty where a launch cannot show it
 * @param insteadOf causes that this one explains better where both fit
 * @param cause what is wrong, one sentence, with placeholders
 * @param fix what to change, with placeholders
 * @param paste lines that can be pasted, with placeholders
 * @param provenance where the fact comes from
 * @param detectable who can find it
 */
public record Cause(
        String id,
        String title,
        String symptom,
        Optional<String> code,
        Set<Stage> stages,
        LineSpan lines,
        boolean general,
        List<Sign> signs,
        Set<String> insteadOf,
        String cause,
        String fix,
        List<String> paste,
        Provenance provenance,
        Detectable detectable) {

    /** Who can find a cause. */
    public enum Detectable {
        /** A launch shows it. */
        LAUNCH,
        /** A check finds it on a node that runs. */
        CHECK,
        /** Only a text of the real platform, or of a program in the image, shows it. */
        TEXT,
        /** Nothing local shows it. */
        NONE
    }
}
