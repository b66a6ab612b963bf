package dev.nodestart.conformance.report;

import dev.nodestart.emulator.model.InitScriptRun;
import dev.nodestart.emulator.model.InitScriptStatus;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.model.OverlayEntry;
import dev.nodestart.emulator.model.OverlayEntry.Fate;
import java.util.List;
import java.util.Locale;

/** Init scripts, files that met the runtime's, and notes. */
final class LaunchSections {

    private static final int FILES_SHOWN = 5;

    private LaunchSections() {}

    static void initScripts(Launch launch, Page page) {
        if (launch.initScripts().isEmpty()) {
            return;
        }
        page.heading("Init scripts");
        for (InitScriptRun run : launch.initScripts()) {
            String status = String.format(Locale.ROOT, "%-16s", run.status());
            page.line("  "
                    + (run.status() == InitScriptStatus.SUCCEEDED
                            ? status
                            : page.style().red(status))
                    + String.format(
                            Locale.ROOT,
                            " %10s  %-10s %s%s",
                            Durations.text(run.duration()),
                            run.node(),
                            run.global() ? "global " : "",
                            run.destination()));
            run.error().ifPresent(error -> page.labelled("                   ", error, page.style()::red));
        }
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
