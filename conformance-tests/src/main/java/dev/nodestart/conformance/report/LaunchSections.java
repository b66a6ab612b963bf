package dev.nodestart.conformance.report;

import dev.nodestart.emulator.model.InitScriptRun;
import dev.nodestart.emulator.model.InitScriptStatus;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.model.OverlayEntry;
import dev.nodestart.emulator.model.OverlayEntry.Fate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Image, init scripts, files that met the runtime's, and notes. */
final class LaunchSections {

    private static final int FILES_SHOWN = 5;

    private LaunchSections() {}

    static void initScripts(Launch launch, Page page) {
        if (launch.initScripts().isEmpty()) {
            return;
        }
        page.heading("Init scripts");
        Map<InitScriptRun, List<InitScriptRun>> alike = new LinkedHashMap<>();
        launch.initScripts()
                .forEach(run -> alike.computeIfAbsent(key(run), key -> new ArrayList<>())
                        .add(run));
        alike.values().forEach(runs -> initScript(runs, page));
    }

    /** What a script has in common on all nodes where it ended in the same way. */
    private static InitScriptRun key(InitScriptRun run) {
        return new InitScriptRun(
                "", run.global(), run.destination(), run.status(), run.exitCode(), Duration.ZERO, run.error(), "");
    }

    private static void initScript(List<InitScriptRun> runs, Page page) {
        InitScriptRun run = runs.get(0);
        Duration longest = runs.stream()
                .map(InitScriptRun::duration)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        String nodes = runs.size() == 1 ? run.node() : run.node() + " and " + (runs.size() - 1) + " more";
        String status = Text.padded(run.status().name(), 16);
        page.line("  "
                + (run.status() == InitScriptStatus.SUCCEEDED
                        ? status
                        : page.style().red(status))
                + " " + Text.rightAligned(Durations.text(longest), 10) + "  "
                + (run.global() ? "global " : "") + run.destination() + "  (" + nodes + ")");
        run.error().ifPresent(error -> page.labelled(" ".repeat(31), error, page.style()::red));
    }

    static void image(Launch launch, Page page) {
        launch.image().ifPresent(image -> {
            page.heading("Image");
            page.labelled(
                    "  ",
                    image.os() + "/" + image.architecture() + ", "
                            + gigabytes(image.sizeBytes())
                            + ", user [" + (image.user().isEmpty() ? "root" : image.user()) + "]");
            page.line("  " + image.digest().orElse("no registry knows it: no digest"));
        });
    }

    /** How the nodes got the GPUs that were asked for. */
    static void gpu(Launch launch, Page page) {
        launch.gpu().ifPresent(access -> {
            page.heading("GPU");
            page.labelled("  ", access.line());
        });
    }

    /** Such as {@code 1.23 GB}; below 0.1 GB such as {@code 12.3 MB}. */
    static String gigabytes(long bytes) {
        if (bytes < 100_000_000) {
            long tenths = (bytes + 50_000) / 100_000;
            return tenths / 10 + "." + tenths % 10 + " MB";
        }
        long hundredths = (bytes + 5_000_000) / 10_000_000;
        return hundredths / 100 + "." + hundredths % 100 / 10 + hundredths % 10 + " GB";
    }

    static void files(Launch launch, Page page) {
        if (launch.overlay().isEmpty()) {
            return;
        }
        page.heading("Files of the image that met the runtime's");
        files(launch.overlay(), Fate.OVERRIDDEN, "overridden by the runtime's", page);
        files(launch.overlay(), Fate.SHADOWED, "hidden behind the runtime's", page);
        files(launch.overlay(), Fate.KEPT, "kept in place of the runtime's", page);
    }

    private static void files(List<OverlayEntry> overlay, Fate fate, String what, Page page) {
        List<OverlayEntry> entries =
                overlay.stream().filter(entry -> entry.fate() == fate).toList();
        if (entries.isEmpty()) {
            return;
        }
        page.line("  " + entries.size() + " " + what + ":");
        entries.stream().limit(FILES_SHOWN).forEach(entry -> page.line("    " + entry.path()));
        if (entries.size() > FILES_SHOWN) {
            page.line("    … and " + (entries.size() - FILES_SHOWN) + " more");
        }
    }

    static void notes(Launch launch, Page page) {
        if (launch.notes().isEmpty()) {
            return;
        }
        page.heading("Notes");
        launch.notes().forEach(note -> page.labelled("  - ", note));
    }
}
