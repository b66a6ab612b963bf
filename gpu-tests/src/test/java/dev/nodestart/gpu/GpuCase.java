package dev.nodestart.gpu;

import dev.nodestart.conformance.Outcome;

/**
 * What one check must say to one set of facts.
 *
 * @param check its number, such as {@code G06}
 * @param name what is special about the facts
 * @param facts what is judged
 * @param outcome what must come out
 * @param message the exact sentence
 */
record GpuCase(String check, String name, GpuFacts facts, Outcome outcome, String message) {

    static GpuCase passes(String check, String name, GpuFacts facts, String message) {
        return new GpuCase(check, name, facts, Outcome.PASS, message);
    }

    static GpuCase warns(String check, String name, GpuFacts facts, String message) {
        return new GpuCase(check, name, facts, Outcome.WARN, message);
    }

    static GpuCase fails(String check, String name, GpuFacts facts, String message) {
        return new GpuCase(check, name, facts, Outcome.FAIL, message);
    }

    static GpuCase skips(String check, String name, GpuFacts facts, String message) {
        return new GpuCase(check, name, facts, Outcome.SKIPPED, message);
    }

    static GpuCase errs(String check, String name, GpuFacts facts, String message) {
        return new GpuCase(check, name, facts, Outcome.ERROR, message);
    }
}
