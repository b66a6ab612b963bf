package dev.nodestart.emulator.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.model.NodeInfo;
import dev.nodestart.emulator.model.OverlayEntry;
import dev.nodestart.emulator.model.OverlayEntry.Fate;
import dev.nodestart.emulator.testing.TestEngine;
import dev.nodestart.emulator.testing.TestImages;
import dev.nodestart.emulator.tree.RuntimeTree;
import dev.nodestart.emulator.tree.TreeArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Given an engine that does not see the tree's folder, when a tree is launched with, then it travels once. */
@ExtendWith(TestEngine.class)
class TreeVolumeIT {
    @TempDir
    private Path folder;

    @Test
    void treeIsMergedFromAVolumeThatIsFilledOnce(Engine engine, TestImages images) throws Exception {
        try (EngineDoor door = EngineDoor.before(engine.address());
                Engine remote = Engine.connect(door.address(), Optional.empty())) {
            String volume = tree();
            try {
                launchAndLook(engine, remote, image(images));
                assertThat(fillings(door, volume)).isEqualTo(1);

                launchAndLook(engine, remote, image(images));
                assertThat(fillings(door, volume)).isEqualTo(1);
            } finally {
                remove(engine, volume);
            }
        }
    }

    @Test
    void treeIsCopiedAgainWhereTheFirstCopyWasCutOff(Engine engine, TestImages images) throws Exception {
        try (EngineDoor door = EngineDoor.before(engine.address());
                Engine remote = Engine.connect(door.address(), Optional.empty())) {
            String volume = tree();
            try {
                engine.volumes().create(volume, Map.of());

                launchAndLook(engine, remote, image(images));

                assertThat(fillings(door, volume)).isEqualTo(1);
            } finally {
                remove(engine, volume);
            }
        }
    }

    private static String image(TestImages images) {
        return images.with("RUN mkdir -p /databricks/spark/jars && echo image >/databricks/spark/jars/own.jar"
                + " && echo image >/databricks/spark/jars/both.jar");
    }

    /** A tree that no other test has, and the name of its volume. */
    private String tree() throws IOException {
        file("spark/jars/both.jar", "tree " + UUID.randomUUID());
        file("jars/lib.jar", "lib");
        file("whole/deep/file", "deep");
        return "nodestart-tree-"
                + TreeArchive.of(RuntimeTree.at(folder.resolve("tree"))).fingerprint();
    }

    private static void remove(Engine engine, String volume) {
        assertThat(List.of(volume, volume + "-full"))
                .allMatch(engine.volumes()::exists)
                .allMatch(engine.volumes()::remove);
    }

    private void launchAndLook(Engine engine, Engine remote, String image) throws InterruptedException {
        try (LaunchedCluster cluster =
                LaunchCase.of(folder, image).runtimeTree(folder.resolve("tree")).launch(remote)) {
            Launch launch = cluster.launch();
            assertThat(launch.state()).as(launch.toString()).isEqualTo(Launch.State.RUNNING);
            NodeInfo node = launch.nodes().get(0);
            assertThat(InNode.run(
                            engine,
                            node,
                            "cd /databricks && cat spark/jars/own.jar jars/lib.jar whole/deep/file;"
                                    + " cut -c 1-4 spark/jars/both.jar"))
                    .isEqualTo("image\nlibdeeptree\n");
            assertThat(InNode.run(engine, node, "touch /databricks/whole/new")).contains("Read-only file system");
            assertThat(launch.overlay()).contains(new OverlayEntry("/databricks/spark/jars/both.jar", Fate.OVERRIDDEN));
        }
    }

    private static long fillings(EngineDoor door, String volume) {
        return door.asked().stream()
                .filter(call -> call.endsWith("/containers/create?name=" + volume + "-fill"))
                .count();
    }

    private void file(String path, String content) throws IOException {
        Path file = folder.resolve("tree").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
