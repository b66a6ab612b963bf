package dev.nodestart.conformance.report;

import dev.nodestart.emulator.model.FolderChange;
import dev.nodestart.emulator.model.ScriptChange;
import dev.nodestart.emulator.model.ScriptChanges;
import java.util.ArrayList;
import java.util.List;

/** What an init script changed, as lines. */
final class ScriptDeeds {
    private static final int SHOWN = 20;

    private ScriptDeeds() {}

    static List<String> lines(ScriptChanges changes) {
        List<String> lines = new ArrayList<>();
        changes.noticed().stream().limit(SHOWN).map(ScriptChange::words).forEach(lines::add);
        more(changes.noticed().size(), "changes", lines);
        changes.files().stream().limit(SHOWN).map(ScriptDeeds::line).forEach(lines::add);
        more(changes.files().size(), "folders", lines);
        return lines;
    }

    private static void more(int all, String what, List<String> lines) {
        if (all > SHOWN) {
            lines.add("and " + (all - SHOWN) + " more " + what);
        }
    }

    private static String line(FolderChange folder) {
        List<String> counts = new ArrayList<>();
        count(folder.added(), " added", counts);
        count(folder.changed(), " changed", counts);
        count(folder.removed(), " removed", counts);
        int all = folder.added() + folder.changed() + folder.removed();
        return folder.folder() + ": " + String.join(", ", counts) + "  "
                + String.join(" ", folder.first()).replace(folder.folder() + "/", "")
                + (all > folder.first().size() ? " …" : "");
    }

    private static void count(int number, String what, List<String> counts) {
        if (number > 0) {
            counts.add(number + what);
        }
    }
}
