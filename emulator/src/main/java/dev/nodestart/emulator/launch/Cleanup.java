package dev.nodestart.emulator.launch;

import dev.nodestart.emulator.engine.EngineUnavailableException;

/** Sees to it that nothing of a run is left behind, however it ends: normally, by Ctrl-C, or killed. */
final class Cleanup {
    private final EngineAccess access;
    private final String runId;
    private final Guard guard;
    private final Thread hook;
    private boolean over;
    private volatile boolean interrupted;

    private Cleanup(EngineAccess access, String runId, Guard guard) {
        this.access = access;
        this.runId = runId;
        this.guard = guard;
        this.hook = new Thread(this::interrupted, "nodestart-cleanup");
    }

    /** From now on the run is guarded. */
    static Cleanup begin(EngineAccess access, String runId) {
        Cleanup cleanup = new Cleanup(access, runId, Guard.start(access.address(), access.certificates(), runId));
        Runtime.getRuntime().addShutdownHook(cleanup.hook);
        return cleanup;
    }

    /** Removes everything of the run now; where the engine is gone, the guard tries when this process ends. */
    synchronized void removeAll() {
        if (!over) {
            try {
                new Leftovers(access.engine()).remove(Labels.ofRun(runId));
            } catch (EngineUnavailableException e) {
                return;
            }
            release();
        }
    }

    /** The run is somebody else's business from now on, or there is nothing left of it. */
    synchronized void release() {
        if (!over) {
            over = true;
            guard.close();
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // the process is ending, and the hook has run or will find nothing to do
            }
        }
    }

    /** Whether the process is ending by a signal, and the run's nodes are being taken away. */
    boolean isInterrupted() {
        return interrupted;
    }

    /** The process ends: what can be removed now is; the guard, who hears no "done", sweeps after us. */
    private void interrupted() {
        interrupted = true;
        try {
            new Leftovers(access.engine()).remove(Labels.ofRun(runId));
        } catch (RuntimeException e) {
            // the guard will try again
        }
    }
}
