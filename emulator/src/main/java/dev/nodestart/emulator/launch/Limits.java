package dev.nodestart.emulator.launch;

import java.time.Duration;

/**
 * How long each part of a launch may take.
 *
 * @param pullStall longest time in which no byte of an image comes
 * @param engineCall longest time for one call to create, fill or start a container
 * @param initScript longest time for one init script; the platform documents none (dcs.md §5)
 * @param spark longest time from the start scripts to a healthy driver: 90 s, 120 s with GPUs (dcs.md F11)
 * @param lease how long a node lives on when nothing is heard of its launcher any more, in whole seconds, at least 4
 */
public record Limits(Duration pullStall, Duration engineCall, Duration initScript, Duration spark, Duration lease) {
    private static final int SHORTEST_LEASE = 4;

    /** The limits of a node without GPUs. */
    public static final Limits DEFAULT = new Limits(
            Duration.ofSeconds(60),
            Duration.ofSeconds(60),
            Duration.ofMinutes(20),
            Duration.ofSeconds(90),
            Duration.ofMinutes(2));

    /** Spark's limit on nodes with GPUs (dcs.md F11). */
    static final Duration SPARK_WITH_GPUS = Duration.ofMinutes(2);

    /** Refuses a lease that would end between two beats. */
    public Limits {
        if (lease.toSeconds() < SHORTEST_LEASE) {
            throw new IllegalArgumentException(
                    "The lease [" + lease + "] is too short: it must be " + SHORTEST_LEASE + " s or more.");
        }
    }

    /** The same with another limit for each init script. */
    public Limits withInitScript(Duration limit) {
        return new Limits(pullStall, engineCall, limit, spark, lease);
    }

    /** The same with another limit for Spark's start. */
    public Limits withSpark(Duration limit) {
        return new Limits(pullStall, engineCall, initScript, limit, lease);
    }

    /** The same with another lease. */
    public Limits withLease(Duration length) {
        return new Limits(pullStall, engineCall, initScript, spark, length);
    }

    /** How often a lease is renewed: a node misses at least four of these before it ends, and twelve by default. */
    Duration beat() {
        return lease.dividedBy(lease.compareTo(Duration.ofMinutes(1)) < 0 ? 4 : 12);
    }
}
