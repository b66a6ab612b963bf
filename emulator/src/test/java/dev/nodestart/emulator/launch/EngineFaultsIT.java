package dev.nodestart.emulator.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.model.Stage;
import dev.nodestart.emulator.model.StageRun;
import dev.nodestart.emulator.testing.TestEngine;
import dev.nodestart.emulator.testing.TestImages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Given an engine that dies, restarts, or loses its bridge, then nothing is said of the image, and prune removes all. */
@ExtendWith(TestEngine.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EngineFaultsIT {
    private final String image;
    private final PrivateEngine broken;

    EngineFaultsIT(Engine engine, TestImages images) throws IOException, InterruptedException {
        image = images.whole();
        broken = PrivateEngine.start(Files.createTempDirectory("nodestart-engine"));
        broken.load(engine, image);
    }

    @BeforeAll
    void answers() {
        broken.connect().close();
    }

    @AfterAll
    void end() throws IOException {
        broken.close();
    }

    private interface Fault {
        void happen() throws IOException, InterruptedException;
    }

    /** Breaks the engine when a stage begins. */
    private static LaunchListener at(Stage stage, Fault fault) {
        return new LaunchListener() {
            @Override
            public void stageStarted(String node, Stage started) {
                if (started == stage) {
                    now(fault);
                }
            }
        };
    }

    private static void now(Fault fault) {
        try {
            fault.happen();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private Launch launch(Path folder, LaunchListener listener) throws InterruptedException {
        LaunchCase wanted = LaunchCase.of(folder, image).script("wait.sh", "#!/bin/sh\nsleep 2\n");
        try (Engine engine = broken.connect();
                LaunchedCluster cluster = wanted.launch(engine, listener)) {
            return cluster.launch();
        }
    }

    private void pruned(Launch launch) {
        try (Engine engine = broken.connect()) {
            new Prune(engine).allBut(Set.of());

            assertThat(NothingLeftIT.left(engine, launch.runId())).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Stage.class,
            names = {
                "PULL_IMAGE",
                "CREATE_CONTAINER",
                "INJECT_RUNTIME",
                "START_CONTAINER",
                "INIT_SCRIPTS",
                "START_SPARK"
            })
    void killedAtAStageIsInconclusive(Stage stage, @TempDir Path folder) throws IOException, InterruptedException {
        Launch launch = launch(folder, at(stage, broken::kill));
        broken.begin();

        assertThat(launch.state()).as(launch.toString()).isEqualTo(Launch.State.INCONCLUSIVE);
        assertThat(launch.termination()).isEmpty();
        assertThat(launch.trouble().orElseThrow())
                .startsWith("The container engine at [" + broken.address() + "] does not answer: ");
        pruned(launch);
    }

    @Test
    void restartedWhileAScriptRunsIsInconclusive(@TempDir Path folder) throws InterruptedException {
        Launch launch = launch(folder, new LaunchListener() {
            @Override
            public void initScriptStarted(String node, String script) {
                now(() -> {
                    broken.kill();
                    broken.begin();
                });
            }
        });

        assertThat(launch.state()).as(launch.toString()).isEqualTo(Launch.State.INCONCLUSIVE);
        // an engine that finds a node of its past running ends it, and may remember that
        assertThat(launch.trouble().orElseThrow())
                .isIn(
                        "The container engine was started anew while the node [driver] was starting, and the node"
                                + " ended with it. Try again.",
                        "The container of the node [driver] was ended from outside (signal [15]): the engine was shut"
                                + " down, or somebody stopped the container. Try again.");
        pruned(launch);
    }

    @Test
    void nodeThatIsEndedFromOutsideIsInconclusive(@TempDir Path folder) throws InterruptedException {
        Launch launch = launch(folder, new LaunchListener() {
            private volatile String container = "";

            @Override
            public void nodeCreated(dev.nodestart.emulator.model.NodeInfo node) {
                container = node.containerId();
            }

            @Override
            public void initScriptStarted(String node, String script) {
                try (Engine engine = broken.connect()) {
                    engine.containers().kill(container);
                }
            }
        });

        assertThat(launch.state()).as(launch.toString()).isEqualTo(Launch.State.INCONCLUSIVE);
        assertThat(launch.trouble())
                .contains("The container of the node [driver] was ended from outside (signal [9]): the engine was shut"
                        + " down, or somebody stopped the container. Try again.");
        pruned(launch);
    }

    @Test
    void bridgeThatIsDeletedIsInconclusive(@TempDir Path folder) throws InterruptedException {
        Launch launch = launch(folder, at(Stage.START_CONTAINER, () -> {
            try (Engine engine = broken.connect()) {
                String network = engine.networks()
                        .labelled(java.util.List.of(Labels.RUN))
                        .get(0)
                        .id();
                broken.inside("ip", "link", "delete", "br-" + network.substring(0, 12));
            }
        }));

        assertThat(launch.state()).as(launch.toString()).isEqualTo(Launch.State.INCONCLUSIVE);
        assertThat(launch.trouble().orElseThrow()).contains("could not find bridge br-");
        assertThat(launch.stages()).extracting(StageRun::stage).doesNotContain(Stage.INIT_SCRIPTS);
        pruned(launch);
    }

    @Test
    void fullDiskIsInconclusive(Engine engine, @TempDir Path folder) throws IOException, InterruptedException {
        Path place = Files.createTempDirectory("nodestart-engine");
        try (PrivateEngine small = PrivateEngine.onDisk(place, 1500)) {
            small.load(engine, image);
            small.inside("sh", "-c", "dd if=/dev/zero of=" + small.data() + "/ballast bs=64k 2>/dev/null || true");
            try (Engine full = small.connect()) {
                Launch launch = launched(LaunchCase.of(folder, image), full);

                assertThat(launch.state()).as(launch.toString()).isEqualTo(Launch.State.INCONCLUSIVE);
                assertThat(launch.termination()).isEmpty();
                assertThat(launch.trouble().orElseThrow()).contains("no space left on device");
                assertThat(NothingLeftIT.left(full, launch.runId())).isEmpty();
            }
        }
    }

    private static Launch launched(LaunchCase wanted, Engine engine) throws InterruptedException {
        try (LaunchedCluster cluster = wanted.launch(engine)) {
            return cluster.launch();
        }
    }
}
