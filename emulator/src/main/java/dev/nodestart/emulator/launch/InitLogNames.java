package dev.nodestart.emulator.launch;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The documented names of init script logs: {@code <timestamp>_<log-id>_<script>} (dcs.md §5). */
final class InitLogNames {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss", Locale.ROOT);

    private InitLogNames() {}

    static List<String> of(List<PlannedScript> scripts, Instant start) {
        String stamp = STAMP.format(start.atZone(ZoneOffset.UTC));
        return IntStream.range(0, scripts.size())
                .mapToObj(i -> stamp + "_" + NodeFiles.number(i) + "_"
                        + safe(scripts.get(i).fileName()))
                .toList();
    }

    private static String safe(String name) {
        String clean = name.replaceAll("[^A-Za-z0-9._-]", "_");
        return clean.isEmpty() ? "script" : clean;
    }
}
