package dev.nodestart.emulator.launch;

import dev.nodestart.emulator.engine.ContainerHistory;
import dev.nodestart.emulator.engine.ContainerState;
import dev.nodestart.emulator.engine.EngineUnavailableException;

/** How the container of a node ended; one that did not end of itself says nothing about the image. */
final class Death {
    private static final int KEPT_OPEN = 8;

    private Death() {}

    /**
     * How it ended, for people.
     *
     * @throws HarnessException where it runs on, or the engine ended it
     */
    static String of(LaunchContext context, String node, String containerId) {
        context.checkCancelled();
        ContainerState state = state(context, containerId);
        if (state.running()) {
            throw new HarnessException("The connection to the node [" + node
                    + "] broke while it was running. Check the container engine and try again.");
        }
        if (!state.outOfMemory()) {
            blameWhoStoppedIt(context.engine.containers().history(containerId), node);
        }
        String memory = state.outOfMemory() ? ", out of memory" : "";
        return "exit code: " + state.exitCode() + memory + (state.error().isEmpty() ? "" : ", " + state.error());
    }

    /** An engine that was started anew knows nothing of connections that were kept open to the one before. */
    private static ContainerState state(LaunchContext context, String containerId) {
        for (int stale = 0; ; stale++) {
            try {
                return context.engine.containers().state(containerId);
            } catch (EngineUnavailableException e) {
                if (stale == KEPT_OPEN) {
                    throw e;
                }
            }
        }
    }

    private static void blameWhoStoppedIt(ContainerHistory history, String node) {
        if (history.forgotten()) {
            throw new HarnessException("The container engine was started anew while the node [" + node
                    + "] was starting, and the node ended with it. Try again.");
        }
        history.signal().ifPresent(signal -> {
            throw new HarnessException("The container of the node [" + node + "] was ended from outside (signal ["
                    + signal + "]): the engine was shut down, or somebody stopped the container. Try again.");
        });
    }
}
