package dev.nodestart.emulator.host;

import java.util.Optional;

/** Asks an address whether an engine answers there. */
@FunctionalInterface
public interface EngineProbe {

    /** Returns why the engine does not answer, as the end of a sentence; empty where it does. */
    Optional<String> problem(EngineAddress address);
}
