package dev.nodestart.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time as people write it: {@code 90}, {@code 90s}, {@code 5m}, {@code 2h}. */
final class TimeLimit {
    private static final Pattern FORM = Pattern.compile("(\\d{1,6})\\s*(s|m|min|h)?");

    private TimeLimit() {}

    /** Reads the value of a flag; a number alone is seconds. */
    static Duration parse(String flag, String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches() || form.group(1).matches("0+")) {
            throw CliFailure.badInput(
                    flag + ": [" + text + "] is not a time. Write seconds, or a number with s, m or h, such as [90s].");
        }
        long number = Long.parseLong(form.group(1));
        String unit = form.group(2) == null ? "s" : form.group(2);
        return switch (unit) {
            case "h" -> Duration.ofHours(number);
            case "m", "min" -> Duration.ofMinutes(number);
            default -> Duration.ofSeconds(number);
        };
    }
}
