package dev.nodestart.conformance;

import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.emulator.diagnosis.Placeholders;
import dev.nodestart.emulator.runtime.RuntimeDescriptor;
import java.util.Map;
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
 * @param remedy the check's remedy with places for a line's own versions, see {@link CheckBuilder#remedy}
 */
public record CheckRule(Check check, Set<String> needs, Function<Facts, Finding> judgement, String remedy) {

    /** A check whose remedy is the same on all lines. */
    public CheckRule(Check check, Set<String> needs, Function<Facts, Finding> judgement) {
        this(check, needs, judgement, check.remedy());
    }

    /** The remedy with the versions of a line. */
    String remedyOn(RuntimeDescriptor line) {
        return Placeholders.fill(
                remedy,
                Map.of(
                        "java", String.valueOf(line.java().defaultMajor()),
                        "python", line.python().minor(),
                        "ubuntu", line.ubuntu().stream().reduce("22.04", (first, last) -> last),
                        "line", line.line()));
    }

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
