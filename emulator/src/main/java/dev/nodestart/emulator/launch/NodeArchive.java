package dev.nodestart.emulator.launch;

import dev.nodestart.emulator.model.OverlayEntry;
import dev.nodestart.emulator.tree.TreePlan;
import dev.nodestart.runtime.StubFile;
import dev.nodestart.runtime.StubRuntime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * The archive that is copied into one node: the stub runtime, the node's settings, and the init scripts. The runtime
 * lies beside its place, so that the agent can tell what it overrides when it lays it over the image.
 */
final class NodeArchive {
    private static final String FOLDER = "databricks/.nodestart/";
    private static final String ROOT = "/databricks/";
    private static final String TREE = FOLDER + "tree/";
    private static final int EXECUTABLE = 0755;
    private static final int READABLE = 0644;
    private static final int SECRET = 0600;
    private static final int FOLDER_MODE = TarArchiveEntry.DEFAULT_DIR_MODE;

    private final StubRuntime runtime;
    private final LaunchRequest request;
    private final NodeFiles files;
    private final List<String> logNames;
    private final TreePlan imported;

    NodeArchive(StubRuntime runtime, LaunchRequest request, NodeFiles files, List<String> logNames, TreePlan imported) {
        this.runtime = runtime;
        this.request = request;
        this.files = files;
        this.logNames = logNames;
        this.imported = imported;
    }

    List<String> logNames() {
        return logNames;
    }

    /** Files of the runtime tree that are not seen behind the stub's own. */
    List<OverlayEntry> hidden() {
        return imported.hidden().stream()
                .map(path -> new OverlayEntry(TreePlan.MOUNT + "/" + path, OverlayEntry.Fate.SHADOWED))
                .toList();
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512 * 1024);
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, StandardCharsets.UTF_8.name())) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            StringBuilder laidOver = new StringBuilder();
            for (String directory : runtime.directories()) {
                directory(tar, place(directory));
            }
            for (StubFile file : runtime.files()) {
                String place = place(file.path());
                if (place.startsWith(TREE) && imported.replaces(place.substring(TREE.length()))) {
                    continue;
                }
                file(tar, place, file.mode(), file.content());
                if (place.startsWith(TREE)) {
                    laidOver.append(place.substring(TREE.length())).append('\n');
                }
            }
            text(tar, "tree.list", READABLE, laidOver.toString());
            if (!imported.links().isEmpty()) {
                text(tar, "imported.list", READABLE, files.importedList());
            }
            text(tar, "launch.conf", READABLE, files.launchConf());
            text(tar, "node.env", SECRET, files.environment());
            text(tar, "tree/spark/conf/spark-env.sh", SECRET, files.sparkEnv());
            text(tar, "custom-spark.conf", SECRET, files.sparkConf());
            text(tar, "init/manifest", READABLE, files.initManifest(logNames));
            for (int i = 0; i < request.scripts().size(); i++) {
                int index = i;
                byte[] content = request.scripts().get(i).content().orElse(null);
                if (content != null) {
                    file(tar, FOLDER + "init/" + NodeFiles.number(index), EXECUTABLE, content);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String place(String path) {
        return path.startsWith("/" + FOLDER) ? path.substring(1) : TREE + path.substring(ROOT.length());
    }

    private static void directory(TarArchiveOutputStream tar, String path) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(path + "/");
        entry.setMode(FOLDER_MODE);
        entry.setModTime(0);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
    }

    private static void text(TarArchiveOutputStream tar, String name, int mode, String text) throws IOException {
        file(tar, FOLDER + name, mode, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void file(TarArchiveOutputStream tar, String path, int mode, byte[] content) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(path);
        entry.setMode(mode);
        entry.setSize(content.length);
        entry.setModTime(0);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }
}
