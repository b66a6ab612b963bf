package dev.nodestart.emulator.launch;

import java.time.Clock;
import java.util.random.RandomGenerator;

/**
 * Starts clusters on an engine the way the platform does: the door of this module.
 *
 * <p>A launcher may be used many times and by many threads; launches do not disturb each other.
 */
public final class ClusterLauncher {
    private final EngineAccess access;
    private final Clock clock;
    private final RandomGenerator random;

    /** For one engine, with time and randomness passed in. */
    public ClusterLauncher(EngineAccess access, Clock clock, RandomGenerator random) {
        this.access = access;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Launches a cluster and waits until it is RUNNING or has failed; says which in the result, and throws only for
     * mistakes of the caller.
     *
     * @param listeners are told what happens, as it happens
     * @return the cluster, to be closed by the caller, also one that failed
     */
    public LaunchedCluster launch(LaunchRequest request, LaunchListener... listeners) throws InterruptedException {
        RunIds ids = RunIds.next(clock, random);
        LaunchRun run = new LaunchRun(access, request, ids, clock, new SerialListener(listeners));
        return run.start(random);
    }
}
