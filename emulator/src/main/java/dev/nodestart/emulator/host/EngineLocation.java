package dev.nodestart.emulator.host;

import java.util.List;

/** The outcome of looking for an engine. */
public sealed interface EngineLocation {

    /**
     * An engine answers.
     *
     * @param address where it listens
     */
    record Found(EngineAddress address) implements EngineLocation {}

    /**
     * The user chose an engine and it cannot be used; no other one may take its place.
     *
     * @param message what was chosen, what is wrong with it, and what to do
     */
    record Refused(String message) implements EngineLocation {}

    /**
     * Nobody chose, and nothing answers.
     *
     * @param tried the usual places, in the order in which they were tried
     */
    record Absent(List<Tried> tried) implements EngineLocation {}

    /**
     * One address that did not answer.
     *
     * @param address where it was tried
     * @param problem why not, as the end of a sentence
     */
    record Tried(EngineAddress address, String problem) {}
}
