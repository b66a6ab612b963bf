package dev.nodestart.emulator.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.nodestart.emulator.engine.ApiVersion;
import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.gpu.GpuRequest;
import dev.nodestart.emulator.gpu.GpuWish;
import dev.nodestart.emulator.model.GpuWay;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.node.NodeOutput;
import dev.nodestart.emulator.node.RunningNode;
import dev.nodestart.emulator.testing.TestEngine;
import dev.nodestart.emulator.testing.TestImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The ways to a GPU on an engine that has no toolkit: mapped by hand, and what it answers to the others. */
@ExtendWith(TestEngine.class)
class GpuIT {
    @TempDir
    Path folder;

    @Test
    void autoOnAnEngineWithoutToolkitMapsTheDriverByHand(Engine engine, TestImages images)
            throws IOException, InterruptedException {
        Path driver = driver();

        try (LaunchedCluster cluster = LaunchCase.of(folder, images.whole())
                .gpu(wish(Optional.empty(), Optional.of(driver)))
                .launch(engine)) {
            Launch launch = cluster.launch();

            assertThat(launch.state()).as(launch.toString()).isEqualTo(Launch.State.RUNNING);
            assertThat(launch.gpu()).hasValueSatisfying(access -> {
                assertThat(access.way()).contains(GpuWay.EXPLICIT);
                assertThat(access.requested()).isEqualTo("all");
                assertThat(access.notTaken().get(GpuWay.HOOK))
                        .startsWith("The engine found no NVIDIA container toolkit when it was started.");
            });
            try (RunningNode node = cluster.openDriver().orElseThrow()) {
                NodeOutput seen = node.sh(
                        "cat /usr/lib/x86_64-linux-gnu/libcuda.so.1; echo \"$NVIDIA_VISIBLE_DEVICES\";"
                                + " echo x > /usr/lib/x86_64-linux-gnu/libcuda.so.1",
                        Duration.ofSeconds(20));
                assertThat(seen.stdout()).isEqualTo("a driver\nvoid\n");
                assertThat(seen.stderr()).contains("Read-only file system");
            }
        }
    }

    @Test
    void noWayStartsTheNodeWithoutAGpuAndSaysWhy(Engine engine, TestImages images) throws InterruptedException {
        try (LaunchedCluster cluster = LaunchCase.of(folder, images.whole())
                .gpu(wish(Optional.empty(), Optional.of(folder.resolve("nothing-here"))))
                .launch(engine)) {
            Launch launch = cluster.launch();

            assertThat(launch.state()).as(launch.toString()).isEqualTo(Launch.State.RUNNING);
            assertThat(launch.gpu())
                    .hasValueSatisfying(access -> assertThat(access.way()).isEmpty());
            assertThat(launch.notes())
                    .anyMatch(note -> note.startsWith("The nodes start without a GPU: this engine [20.10.")
                            && note.contains("The engine has no OCI runtime [nvidia]"));
        }
    }

    @Test
    void hookOnAnEngineWithoutToolkitIsTheHostsTrouble(Engine engine, TestImages images) throws InterruptedException {
        assertThat(trouble(GpuWay.HOOK, engine, images))
                .isEqualTo("The engine gave the node [driver] no GPU. The engine found no NVIDIA container toolkit when"
                        + " it was started. Install nvidia-container-toolkit on the engine's machine, run"
                        + " [nvidia-ctk runtime configure --runtime=docker] and restart the engine. The engine said:"
                        + " could not select device driver \"\" with capabilities: [[gpu]]");
    }

    @Test
    void runtimeThatIsNotRegisteredIsTheHostsTrouble(Engine engine, TestImages images) throws InterruptedException {
        assertThat(trouble(GpuWay.RUNTIME, engine, images))
                .startsWith("The engine gave the node [driver] no GPU. The engine has no OCI runtime of that name.")
                .endsWith("The engine said: Unknown runtime specified nvidia");
    }

    @Test
    void cdiOnAnEngineWithoutItIsTheHostsTrouble(Engine engine, TestImages images) throws InterruptedException {
        assertThat(trouble(GpuWay.CDI, engine, images))
                .startsWith("The engine gave the node [driver] no GPU. The engine has no CDI, or has it switched off.")
                .endsWith("could not select device driver \"cdi\" with capabilities: []");
    }

    /** The texts are those of Docker 20.10; newer engines have CDI or other words for it. */
    private String trouble(GpuWay way, Engine engine, TestImages images) throws InterruptedException {
        assumeThat(engine.apiVersion()).as("the engine's API").isEqualTo(ApiVersion.OLDEST_SUPPORTED);
        assumeThat(EngineOffer.of(engine, GpuWish.NONE).certain())
                .as("ways to a GPU")
                .isEmpty();
        try (LaunchedCluster cluster = LaunchCase.of(folder, images.whole())
                .gpu(wish(Optional.of(way), Optional.empty()))
                .launch(engine)) {
            Launch launch = cluster.launch();
            assertThat(launch.state()).isEqualTo(Launch.State.INCONCLUSIVE);
            assertThat(launch.gpu())
                    .hasValueSatisfying(access -> assertThat(access.way()).contains(way));
            return launch.trouble().orElseThrow();
        }
    }

    private static GpuWish wish(Optional<GpuWay> way, Optional<Path> driver) {
        return new GpuWish(Optional.of(new GpuRequest.All()), way, driver);
    }

    private Path driver() throws IOException {
        Path lib = Files.createDirectories(folder.resolve("driver"));
        Files.writeString(lib.resolve("libcuda.so.580.126.16"), "a driver\n");
        return lib;
    }
}
