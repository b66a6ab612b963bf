package dev.nodestart.emulator.launch;

import dev.nodestart.emulator.engine.ContainerRequest;
import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.engine.EngineException;
import dev.nodestart.emulator.engine.Mount;
import dev.nodestart.emulator.engine.Volumes;
import dev.nodestart.emulator.tree.RuntimeTree;
import dev.nodestart.emulator.tree.TreeArchive;
import dev.nodestart.emulator.tree.TreePlan;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Brings a runtime tree to where nodes can mount it, and nothing of it travels twice: an engine of this machine mounts
 * the folder itself; any other one keeps a volume, named by what is in it, that is filled once.
 */
final class TreeMount {
    private static final Set<String> LOCAL = Set.of("unix", "npipe");

    private final Engine engine;
    private final Map<String, String> labels;

    TreeMount(Engine engine, Map<String, String> labels) {
        this.engine = engine;
        this.labels = labels;
    }

    /** The mount for every node of the launch; the image serves only to make the container that a volume is filled by. */
    Mount of(RuntimeTree tree, String imageId) {
        if (LOCAL.contains(String.valueOf(engine.address().getScheme()))) {
            return new Mount("bind", tree.folder().toString(), TreePlan.MOUNT, true);
        }
        try {
            return volume(TreeArchive.of(tree), imageId);
        } catch (IOException e) {
            throw new HarnessException(
                    "The runtime tree [" + tree.folder() + "] cannot be copied to the engine: " + e.getMessage() + ".");
        }
    }

    private Mount volume(TreeArchive archive, String imageId) throws IOException {
        Volumes volumes = engine.volumes();
        String name = "nodestart-tree-" + archive.fingerprint();
        // a second, empty volume says that the first one was filled to its end: made after that, and at one stroke
        String full = name + "-full";
        if (!volumes.exists(name) || !volumes.exists(full)) {
            volumes.remove(full);
            Map<String, String> mark = Map.of(Labels.TREE, archive.fingerprint());
            volumes.create(name, mark);
            fill(archive, name, imageId);
            volumes.create(full, mark);
        }
        return new Mount("volume", name, TreePlan.MOUNT, true);
    }

    private void fill(TreeArchive archive, String volume, String imageId) throws IOException {
        ContainerRequest request = ContainerRequest.once(
                        volume + "-fill", imageId, "0:0", List.of("/bin/sh"), Labels.with(labels, "tree"))
                .with(fittings -> fittings.withMounts(List.of(new Mount("volume", volume, TreePlan.MOUNT, false))));
        String id;
        try {
            id = engine.containers().create(request);
        } catch (EngineException e) {
            if (e.isConflict()) {
                throw new HarnessException("Another launch is copying the same runtime tree into the volume [" + volume
                        + "]. Try again when it has ended.");
            }
            throw e;
        }
        try (InputStream tar = archive.open()) {
            engine.containers().putArchive(id, TreePlan.MOUNT, tar);
        } finally {
            engine.containers().remove(id);
        }
    }
}
