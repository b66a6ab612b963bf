package dev.nodestart.emulator.explain;

import dev.nodestart.emulator.diagnosis.Diagnosis;
import java.util.List;

/**
 * A cause that a text shows.
 *
 * @param id from the catalogue, such as {@code DCS-F01}, or {@code TERM-} and a termination code
 * @param cause what is wrong, one sentence
 * @param fix what to change, with lines that can be pasted
 * @param evidence the lines that show it, secrets masked
 * @param source where the fact comes from
 * @param confidence how sure it is
 * @param blame where it lies
 */
public record Finding(
        String id,
        String cause,
        String fix,
        List<SeenLine> evidence,
        String source,
        Diagnosis.Confidence confidence,
        Blame blame) {}
