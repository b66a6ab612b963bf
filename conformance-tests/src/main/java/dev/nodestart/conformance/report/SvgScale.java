package dev.nodestart.conformance.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The time axis of a timeline: places are in percent, so that the drawing fits any width. */
final class SvgScale {

    private static final int TICKS = 6;
    private static final long THINNEST = 350;

    private final Instant start;
    private final long nanos;

    SvgScale(Instant start, Instant end) {
        this.start = start;
        this.nanos = Math.max(1_000_000, Duration.between(start, end).toNanos());
    }

    /** The place of a moment, such as {@code 12.5%}. */
    String at(Instant moment) {
        return percent(thousandths(moment));
    }

    /** The width of a time, never so small that it cannot be seen. */
    String width(Duration duration) {
        return percent(Math.max(THINNEST, duration.toNanos() * 100_000 / nanos));
    }

    /** Whether a moment lies in the right half. */
    boolean late(Instant moment) {
        return thousandths(moment) > 50_000;
    }

    /** Round times of the axis, from nothing to the end. */
    List<Duration> ticks() {
        long step = 1_000_000;
        int[] factors = {2, 5, 10};
        long size = step;
        for (int i = 0; nanos / size >= TICKS; i++) {
            size = step * factors[i % 3];
            if (i % 3 == 2) {
                step = size;
            }
        }
        List<Duration> ticks = new ArrayList<>();
        for (long tick = 0; tick <= nanos; tick += size) {
            ticks.add(Duration.ofNanos(tick));
        }
        return ticks;
    }

    String at(Duration sinceStart) {
        return at(start.plus(sinceStart));
    }

    /** A round time without needless zeros, such as {@code 1.5 s}. */
    static String label(Duration tick) {
        long millis = tick.toMillis();
        if (millis == 0) {
            return "0";
        }
        if (millis < 1000) {
            return millis + " ms";
        }
        long tenths = millis % 1000 / 100;
        return millis < 60_000 ? millis / 1000 + (tenths == 0 ? "" : "." + tenths) + " s" : Durations.text(tick);
    }

    private long thousandths(Instant moment) {
        return Math.max(0, Duration.between(start, moment).toNanos()) * 100_000 / nanos;
    }

    private static String percent(long thousandths) {
        String fraction = Long.toString(1000 + thousandths % 1000).substring(1);
        return thousandths / 1000 + "." + fraction + "%";
    }
}
