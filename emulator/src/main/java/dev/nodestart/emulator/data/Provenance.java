package dev.nodestart.emulator.data;

import java.util.Optional;

/**
 * Where a fact of a data file comes from and how sure it is.
 *
 * @param source short name of the place, such as {@code dcs.md §2}
 * @param confidence how sure it is
 */
public record Provenance(String source, Confidence confidence) {
    /** Reads {@code source} and {@code confidence} of an object. */
    public static Provenance read(JsonCursor group) {
        JsonCursor letter = group.child("confidence");
        Confidence confidence =
                Confidence.ofLetter(letter.text()).orElseThrow(() -> letter.problem("must be one of D, S, U, I, R"));
        return new Provenance(group.child("source").text(), confidence);
    }

    /** How sure a fact is; data files write the letter. */
    public enum Confidence {
        /** The vendor documents it. */
        DOCUMENTED("D"),
        /** An artefact of the vendor shows it. */
        SOURCE("S"),
        /** Users have observed it. */
        OBSERVED("U"),
        /** It is inferred. */
        INFERRED("I"),
        /** It is recalled, and must be verified before a check leans on it. */
        RECALLED("R");

        private final String letter;

        Confidence(String letter) {
            this.letter = letter;
        }

        /** The letter that data files and pages use, such as {@code D}. */
        public String letter() {
            return letter;
        }

        /** The confidence that a letter stands for, empty for any other text. */
        public static Optional<Confidence> ofLetter(String letter) {
            for (Confidence confidence : values()) {
                if (confidence.letter.equals(letter)) {
                    return Optional.of(confidence);
                }
            }
            return Optional.empty();
        }
    }
}
