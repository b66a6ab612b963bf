package dev.nodestart.emulator.model;

import java.time.Duration;
import java.time.Instant;

/**
 * One stage of one node, as it ran.
 *
 * @param node the node's name, such as {@code driver} or {@code worker-1}; {@code cluster} for what is done once
 * @param stage which stage
 * @param startedAt when it started
 * @param duration how long it took
 * @param outcome how it ended
 * @param detail one line for people, empty where there is nothing to say
 */
public record StageRun(
        String node, Stage stage, Instant startedAt, Duration duration, StageOutcome outcome, String detail) {}
