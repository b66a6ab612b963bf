package dev.nodestart.emulator.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.gpu.GpuWish;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.model.Stage;
import dev.nodestart.emulator.model.StageRun;
import dev.nodestart.emulator.testing.TestEngine;
import dev.nodestart.emulator.testing.TestImages;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Given a whole image, when a fault is asked for, then the launch meets it where it was asked for, and says so. */
@ExtendWith(TestEngine.class)
class InjectedFaultIT {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final Engine engine;
    private final String image;

    InjectedFaultIT(Engine engine, TestImages images) {
        this.engine = engine;
        this.image = images.whole();
    }

    @Test
    void registryThatFailsEndsThePull() throws InterruptedException {
        Launch launch = launch("registry:503");

        assertThat(launch.termination().orElseThrow().code()).isEqualTo("DOCKER_IMAGE_PULL_FAILURE");
        assertThat(launch.notes())
                .contains("Injected: [registry:503@pull_image], as --inject asked. What follows from it is not the"
                        + " image's fault.");
        assertThat(launch.nodes()).isEmpty();
    }

    @Test
    void fullDiskOfTheEngineIsInconclusive() throws InterruptedException {
        Launch launch = launch("disk-full@inject_runtime");

        assertThat(launch.state()).isEqualTo(Launch.State.INCONCLUSIVE);
        assertThat(launch.trouble()).contains("The engine has no space left on device.");
    }

    @Test
    void fullDiskOfTheNodeStopsTheDriver() throws InterruptedException {
        Launch launch = launch("disk-full");

        assertThat(launch.state()).isEqualTo(Launch.State.TERMINATED);
        assertThat(launch.stateMessage().orElseThrow()).contains("No space left on device");
    }

    @Test
    void nodeThatIsKilledIsInconclusive() throws InterruptedException {
        Launch launch = launch("kill-node@init_scripts");

        assertThat(launch.state()).as(launch.toString()).isEqualTo(Launch.State.INCONCLUSIVE);
        assertThat(launch.trouble().orElseThrow()).contains(" was ended from outside (signal [9]): ");
    }

    @Test
    void sparkThatIsSlowStartsLater() throws InterruptedException {
        Launch launch = launch("slow-start=2");

        assertThat(launch.state()).as(launch.toString()).isEqualTo(Launch.State.RUNNING);
        assertThat(launch.stages())
                .filteredOn(run -> run.stage() == Stage.START_SPARK)
                .extracting(StageRun::duration)
                .allMatch(duration -> duration.compareTo(Duration.ofSeconds(2)) > 0);
    }

    private Launch launch(String fault) throws InterruptedException {
        try (LaunchedCluster cluster = LaunchCase.of(folder, image)
                .script("wait.sh", "#!/bin/sh\nsleep 1\n")
                .extras(new LaunchExtras(false, List.of(Fault.parse(fault)), GpuWish.NONE))
                .launch(engine)) {
            return cluster.launch();
        }
    }
}
