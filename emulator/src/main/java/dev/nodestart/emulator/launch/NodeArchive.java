package dev.nodestart.emulator.launch;

import dev.nodestart.emulator.model.OverlayEntry;
import java.util.Arrays;
import java.util.List;

/** The archive that is copied into one node: what all nodes of the cluster get, then the node's own settings. */
final class NodeArchive {
    private static final int SECRET = 0600;

    private final ClusterArchive shared;
    private final NodeFiles files;

    NodeArchive(ClusterArchive shared, NodeFiles files) {
        this.shared = shared;
        this.files = files;
    }

    List<String> logNames() {
        return shared.logNames();
    }

    List<OverlayEntry> hidden() {
        return shared.hidden();
    }

    byte[] bytes() {
        TarBytes tar = new TarBytes(16 * 1024);
        if (!shared.imported().links().isEmpty()) {
            readable(tar, "imported.list", files.importedList());
        }
        readable(tar, "launch.conf", files.launchConf());
        secret(tar, "node.env", files.environment());
        secret(tar, "tree/spark/conf/spark-env.sh", files.sparkEnv());
        secret(tar, "custom-spark.conf", files.sparkConf());
        readable(tar, "init/manifest", files.initManifest(shared.logNames()));
        byte[] own = tar.archive();
        byte[] first = shared.entries();
        byte[] all = Arrays.copyOf(first, first.length + own.length);
        System.arraycopy(own, 0, all, first.length, own.length);
        return all;
    }

    private static void readable(TarBytes tar, String name, String text) {
        tar.text(ClusterArchive.FOLDER + name, ClusterArchive.READABLE, text);
    }

    private static void secret(TarBytes tar, String name, String text) {
        tar.text(ClusterArchive.FOLDER + name, SECRET, text);
    }
}
