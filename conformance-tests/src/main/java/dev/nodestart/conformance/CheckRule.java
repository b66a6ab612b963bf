package dev.nodestart.conformance;

import dev.nodestart.conformance.facts.Facts;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A check with its judgement: a pure function of facts.
 *
 * @param check the catalogue's row
 * @param needs names of the slow questions and the trials that it judges; they are asked and tried only where a check
 *     that runs needs them
 * @param judgement gives the finding; an exception means that the check could not be evaluated
 */
public record CheckRule(Check check, Set<String> needs, Function<Facts, Finding> judgement) {

    /**
     * A check whose failure means that its capability, or the image, does not work.
     *
     * @param id such as {@code JAVA-001}; its first part, in small letters, is the category
     */
    public static CheckBuilder must(String id, String title) {
        return new CheckBuilder(id, title, Severity.MUST, Optional.empty());
    }

    /** A check whose failure is a warning. */
    public static CheckBuilder should(String id, String title) {
        return new CheckBuilder(id, title, Severity.SHOULD, Optional.empty());
    }

    /** A check that only tells something. */
    public static CheckBuilder info(String id, String title) {
        return new CheckBuilder(id, title, Severity.INFO, Optional.empty());
    }
}
