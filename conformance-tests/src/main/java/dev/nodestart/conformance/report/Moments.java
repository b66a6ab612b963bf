package dev.nodestart.conformance.report;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Moments in UTC, as ISO 8601 has them; without a formatter, whose loading takes longer than a whole report. */
final class Moments {

    private Moments() {}

    /** Such as {@code 2026-11-22T10:00:00Z}, with milliseconds where there are any. */
    static String text(Instant moment) {
        return local(moment, ChronoUnit.MILLIS) + "Z";
    }

    /** Such as {@code 2026-11-22T10:00:00}: in whole seconds, without a zone. */
    static String seconds(Instant moment) {
        return local(moment, ChronoUnit.SECONDS);
    }

    private static String local(Instant moment, ChronoUnit unit) {
        LocalDateTime local = LocalDateTime.ofInstant(moment, ZoneOffset.UTC).truncatedTo(unit);
        String text = local.toString();
        return local.getSecond() == 0 && local.getNano() == 0 ? text + ":00" : text;
    }
}
