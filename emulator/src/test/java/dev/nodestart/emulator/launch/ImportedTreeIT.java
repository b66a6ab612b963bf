package dev.nodestart.emulator.launch;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.model.NodeInfo;
import dev.nodestart.emulator.model.OverlayEntry;
import dev.nodestart.emulator.model.OverlayEntry.Fate;
import dev.nodestart.emulator.model.Stage;
import dev.nodestart.emulator.node.CellResult;
import dev.nodestart.emulator.node.DriverSession;
import dev.nodestart.emulator.node.Language;
import dev.nodestart.emulator.testing.TestEngine;
import dev.nodestart.emulator.testing.TestImages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Given a tree of a real runtime, when an image is launched with it, then it is there, and was not sent. */
@ExtendWith(TestEngine.class)
class ImportedTreeIT {
    private static final int TREE_BYTES = 8 * 1024 * 1024;

    @TempDir
    private Path folder;

    @Test
    void treeIsMergedWithStubAndImageAndNeverSent(Engine engine, TestImages images) throws Exception {
        String image = images.with("RUN mkdir -p /databricks/spark/jars /databricks/driver/conf /databricks/extra"
                + " && echo image >/databricks/spark/jars/both.jar && echo image >/databricks/spark/jars/own.jar"
                + " && echo image >/databricks/driver/conf/mine.conf && echo image >/databricks/plain");
        treeJar("jars/lib.jar", FromTheTree.class);
        tree("jars/large.bin", "x".repeat(TREE_BYTES));
        tree("spark/jars/both.jar", "tree");
        tree("spark/jars/more.jar", "tree");
        tree("spark/VERSION", "tree");
        tree("driver/conf/mine.conf", "tree");
        tree("plain", "tree");
        tree("extra", "tree");
        tree("whole/deep/file", "tree");

        try (LaunchedCluster first = launch(engine, image);
                LaunchedCluster second = launch(engine, image)) {
            for (LaunchedCluster cluster : List.of(first, second)) {
                Launch launch = cluster.launch();
                assertThat(launch.state()).as(launch.toString()).isEqualTo(Launch.State.RUNNING);
                assertThat(injectedKibibytes(launch)).isLessThan(TREE_BYTES / 1024 / 4);
            }
            NodeInfo node = first.launch().nodes().get(0);
            assertThat(InNode.run(
                            engine,
                            node,
                            "cd /databricks && cat spark/jars/both.jar spark/jars/own.jar spark/jars/more.jar"
                                    + " driver/conf/mine.conf plain whole/deep/file"))
                    .isEqualTo("treeimage\ntreeimage\ntreetree");
            assertThat(InNode.run(engine, node, "cat /databricks/spark/VERSION"))
                    .doesNotContain("tree");
            assertThat(InNode.run(engine, node, "test -d /databricks/extra && echo folder"))
                    .isEqualTo("folder\n");
            // what was there before stays writable, and the tree is not
            assertThat(InNode.run(engine, node, "touch /databricks/jars/new.jar /databricks/spark/jars/new.jar"))
                    .isEmpty();
            assertThat(InNode.run(engine, node, "touch /databricks/whole/new")).contains("Read-only file system");
            // the job's own jar does not have that class, so the driver's class path does
            try (DriverSession session = DriverSession.open(engine, node.containerId())) {
                CellResult result = session.run(
                        Language.JAR,
                        "/databricks/.nodestart/hello-job.jar " + FromTheTree.class.getName(),
                        Duration.ofSeconds(60));
                assertThat(result.stdout()).as(result.toString()).isEqualTo("from the tree\n");
            }
            assertThat(first.launch().overlay())
                    .contains(
                            new OverlayEntry("/databricks/spark/jars/both.jar", Fate.OVERRIDDEN),
                            new OverlayEntry("/databricks/plain", Fate.OVERRIDDEN),
                            new OverlayEntry("/databricks/driver/conf/mine.conf", Fate.KEPT),
                            new OverlayEntry("/databricks/extra", Fate.KEPT),
                            new OverlayEntry("/databricks/.nodestart/imported/spark/VERSION", Fate.SHADOWED));
        }
    }

    private LaunchedCluster launch(Engine engine, String image) throws InterruptedException {
        LaunchRequest request =
                LaunchCase.of(folder, image).runtimeTree(folder.resolve("tree")).request();
        return new ClusterLauncher(LaunchCase.access(engine), Clock.systemUTC(), new Random())
                .launch(request, LaunchListener.NONE);
    }

    private void tree(String path, String content) throws IOException {
        Path file = folder.resolve("tree").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    /** The main class of a jar of the tree. */
    public static final class FromTheTree {
        private FromTheTree() {}

        /** Says that it was found. */
        public static void main(String[] arguments) {
            System.out.println("from the tree");
        }
    }

    private void treeJar(String path, Class<?> type) throws IOException {
        Path file = folder.resolve("tree").resolve(path);
        Files.createDirectories(file.getParent());
        String name = type.getName().replace('.', '/') + ".class";
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file));
                InputStream bytes = type.getResourceAsStream("/" + name)) {
            jar.putNextEntry(new ZipEntry(name));
            jar.write(requireNonNull(bytes).readAllBytes());
        }
    }

    private static long injectedKibibytes(Launch launch) {
        String detail = launch.stages().stream()
                .filter(run -> run.stage() == Stage.INJECT_RUNTIME)
                .findFirst()
                .orElseThrow()
                .detail();
        return Long.parseLong(detail.replace(" KiB", ""));
    }
}
