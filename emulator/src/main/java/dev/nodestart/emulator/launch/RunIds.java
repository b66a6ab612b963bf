package dev.nodestart.emulator.launch;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * The names of one run.
 *
 * @param runId names the run, its folder and its labels; sorts by time
 * @param clusterId in the platform's form {@code MMDD-HHMMSS-xxxxxxxx} (clusters-api.md §1)
 */
record RunIds(String runId, String clusterId) {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final DateTimeFormatter CLUSTER = DateTimeFormatter.ofPattern("MMdd-HHmmss", Locale.ROOT);
    private static final DateTimeFormatter RUN = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    static RunIds next(Clock clock, RandomGenerator random) {
        var now = clock.instant().atZone(ZoneOffset.UTC);
        String suffix = text(random, LETTERS, 8);
        return new RunIds(RUN.format(now) + "-" + suffix, CLUSTER.format(now) + "-" + suffix);
    }

    /** An instance id in the cloud's form, such as {@code i-0123456789abcdef0}. */
    static String instanceId(RandomGenerator random) {
        return "i-" + text(random, "0123456789abcdef", 17);
    }

    private static String text(RandomGenerator random, String alphabet, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
