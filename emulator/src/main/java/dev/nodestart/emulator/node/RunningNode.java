package dev.nodestart.emulator.node;

import java.io.Closeable;
import java.time.Duration;

/** The ways into a node that runs. Closing it ends them; the node goes on. */
public interface RunningNode extends Closeable {

    /** The node's sessions, opened when they are first used and shared from then on. */
    NodeSession session();

    /**
     * Runs a script in the image's own {@code /bin/sh} as root, beside everything else: one exec.
     *
     * @param limit after it the script is left alone and what it wrote so far is given
     * @throws java.io.UncheckedIOException where the node cannot be reached
     */
    NodeOutput sh(String script, Duration limit);

    @Override
    void close();
}
