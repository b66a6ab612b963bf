package dev.nodestart.emulator.launch;

import java.time.Duration;

/**
 * How long each part of a launch may take.
 *
 * @param pullStall longest time in which no byte of an image comes
 * @param engineCall longest time for one call to create, fill or start a container
 * @param initScript longest time for one init script; the platform documents none (dcs.md §5)
 * @param spark longest time from the start scripts to a healthy driver: 90 s, 120 s with GPUs (dcs.md F11)
 */
public record Limits(Duration pullStall, Duration engineCall, Duration initScript, Duration spark) {
    /** The limits of a node without GPUs. */
    public static final Limits DEFAULT =
            new Limits(Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofMinutes(20), Duration.ofSeconds(90));

    /** The same with another limit for each init script. */
    public Limits withInitScript(Duration limit) {
        return new Limits(pullStall, engineCall, limit, spark);
    }

    /** The same with another limit for Spark's start. */
    public Limits withSpark(Duration limit) {
        return new Limits(pullStall, engineCall, initScript, limit);
    }
}
