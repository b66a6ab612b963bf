package dev.nodestart.conformance.report;

import java.time.Duration;

/** Durations as people and programs read them. */
final class Durations {

    private Durations() {}

    /** Such as {@code 310 ms}, {@code 12.34 s} or {@code 1 min 05 s}. */
    static String text(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1000) {
            return millis + " ms";
        }
        if (millis < 60_000) {
            // half a hundredth is rounded up, unless that made it a minute
            long hundredths = Math.min(5999, (millis + 5) / 10);
            return hundredths / 100 + "." + digits(hundredths % 100, 2) + " s";
        }
        return duration.toMinutes() + " min " + digits(duration.toSecondsPart(), 2) + " s";
    }

    /** In seconds with three decimals, such as {@code 0.310}. */
    static String seconds(Duration duration) {
        long millis = duration.toMillis();
        return millis / 1000 + "." + digits(millis % 1000, 3);
    }

    private static String digits(long number, int count) {
        String text = Long.toString(number);
        return "0".repeat(count - text.length()) + text;
    }
}
