package dev.nodestart.emulator.node;

import java.time.Duration;

/** The sessions of a running node: state persists from one command to the next of the same language. */
public interface NodeSession {

    /**
     * Runs one command and waits for its end.
     *
     * @param limit after it the command is stopped and the status is TIMEOUT
     * @throws java.io.UncheckedIOException where the node cannot be reached
     */
    CellResult run(Language language, String code, Duration limit);
}
