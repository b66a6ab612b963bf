package dev.nodestart.conformance.testing;

import dev.nodestart.conformance.Outcome;
import dev.nodestart.conformance.facts.Facts;

/**
 * What one check must say to one set of facts.
 *
 * @param check its id
 * @param name what is special about the facts
 * @param facts what is judged
 * @param outcome what must come out
 * @param message the exact sentence
 */
public record CheckCase(String check, String name, Facts facts, Outcome outcome, String message) {

    public static CheckCase passes(String check, String name, Facts facts, String message) {
        return new CheckCase(check, name, facts, Outcome.PASS, message);
    }

    public static CheckCase warns(String check, String name, Facts facts, String message) {
        return new CheckCase(check, name, facts, Outcome.WARN, message);
    }

    public static CheckCase fails(String check, String name, Facts facts, String message) {
        return new CheckCase(check, name, facts, Outcome.FAIL, message);
    }

    public static CheckCase skips(String check, String name, Facts facts, String message) {
        return new CheckCase(check, name, facts, Outcome.SKIPPED, message);
    }

    public static CheckCase errs(String check, String name, Facts facts, String message) {
        return new CheckCase(check, name, facts, Outcome.ERROR, message);
    }
}
