package dev.nodestart.emulator.launch;

import dev.nodestart.emulator.model.OverlayEntry;
import dev.nodestart.emulator.tree.TreePlan;
import dev.nodestart.runtime.StubFile;
import dev.nodestart.runtime.StubRuntime;
import java.util.List;

/**
 * What is copied into every node of a cluster alike: the stub runtime and the init scripts, made once. The runtime lies
 * beside its place, so that the agent can tell what it overrides when it lays it over the image.
 */
final class ClusterArchive {
    static final String FOLDER = "databricks/.nodestart/";
    static final int READABLE = 0644;
    private static final String ROOT = "/databricks/";
    private static final String TREE = FOLDER + "tree/";
    private static final int EXECUTABLE = 0755;

    private final TreePlan imported;
    private final List<String> logNames;
    private final byte[] entries;

    private ClusterArchive(TreePlan imported, List<String> logNames, byte[] entries) {
        this.imported = imported;
        this.logNames = logNames;
        this.entries = entries;
    }

    static ClusterArchive of(
            StubRuntime runtime, TreePlan imported, List<PlannedScript> scripts, List<String> logNames) {
        TarBytes tar = new TarBytes(512 * 1024);
        StringBuilder laidOver = new StringBuilder();
        for (String directory : runtime.directories()) {
            tar.directory(place(directory));
        }
        for (StubFile file : runtime.files()) {
            String place = place(file.path());
            if (place.startsWith(TREE) && imported.replaces(place.substring(TREE.length()))) {
                continue;
            }
            tar.file(place, file.mode(), file.content());
            if (place.startsWith(TREE)) {
                laidOver.append(place.substring(TREE.length())).append('\n');
            }
        }
        tar.text(FOLDER + "tree.list", READABLE, laidOver.toString());
        for (int i = 0; i < scripts.size(); i++) {
            byte[] content = scripts.get(i).content().orElse(null);
            if (content != null) {
                tar.file(FOLDER + "init/" + NodeFiles.number(i), EXECUTABLE, content);
            }
        }
        return new ClusterArchive(imported, logNames, tar.entries());
    }

    /** The entries, without an archive's end; not to be written to. */
    byte[] entries() {
        return entries;
    }

    List<String> logNames() {
        return logNames;
    }

    TreePlan imported() {
        return imported;
    }

    /** Files of the runtime tree that are not seen behind the stub's own. */
    List<OverlayEntry> hidden() {
        return imported.hidden().stream()
                .map(path -> new OverlayEntry(TreePlan.MOUNT + "/" + path, OverlayEntry.Fate.SHADOWED))
                .toList();
    }

    private static String place(String path) {
        return path.startsWith("/" + FOLDER) ? path.substring(1) : TREE + path.substring(ROOT.length());
    }
}
