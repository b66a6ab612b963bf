package dev.nodestart.cli;

import java.time.Duration;

/** How long ago something began, for people: one unit is enough. */
final class Age {
    private Age() {}

    static String text(Duration age) {
        long seconds = Math.max(0, age.toSeconds());
        if (seconds < 120) {
            return seconds + " s";
        }
        if (seconds < 2 * 3600) {
            return age.toMinutes() + " min";
        }
        return seconds < 2 * 86_400 ? age.toHours() + " h" : age.toDays() + " days";
    }
}
