package dev.nodestart.emulator.registry;

import java.time.Duration;
import java.util.Optional;

/**
 * When a failed pull is tried again; pure, the caller keeps the time and does the waiting.
 *
 * @param attempts how often a pull is tried in all, at least 1
 * @param firstDelay wait before the second attempt; doubled before each further one
 * @param longestDelay no wait that is chosen here is longer
 * @param total no attempt begins later than this after the first one began
 */
public record RetryPolicy(int attempts, Duration firstDelay, Duration longestDelay, Duration total) {

    private static final int MOST_DOUBLINGS = 20;

    /** Three attempts, after one and two seconds, all begun within two minutes. */
    public static RetryPolicy standard() {
        return new RetryPolicy(3, Duration.ofSeconds(1), Duration.ofSeconds(15), Duration.ofMinutes(2));
    }

    /** One attempt. */
    public static RetryPolicy never() {
        return new RetryPolicy(1, Duration.ZERO, Duration.ZERO, Duration.ZERO);
    }

    /**
     * How long to wait before the next attempt; empty where there is none.
     *
     * @param failedAttempts how many attempts have failed, the last one included
     * @param elapsed time since the first attempt began
     * @param failure what the last attempt ended with
     */
    public Optional<Duration> delayAfter(int failedAttempts, Duration elapsed, PullFailure failure) {
        if (failedAttempts >= attempts || !failure.isTransient()) {
            return Optional.empty();
        }
        Duration delay = failure.retryAfter().orElseGet(() -> doubled(failedAttempts - 1));
        return elapsed.plus(delay).compareTo(total) > 0 ? Optional.empty() : Optional.of(delay);
    }

    private Duration doubled(int times) {
        Duration delay = firstDelay.multipliedBy(1L << Math.min(times, MOST_DOUBLINGS));
        return delay.compareTo(longestDelay) > 0 ? longestDelay : delay;
    }
}
