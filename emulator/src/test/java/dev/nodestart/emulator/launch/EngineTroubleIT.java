package dev.nodestart.emulator.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.model.Stage;
import dev.nodestart.emulator.recording.Recording;
import dev.nodestart.emulator.testing.TestEngine;
import dev.nodestart.emulator.testing.TestImages;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Given an engine that goes away in the middle of a launch, then nothing is said of the image. */
@ExtendWith(TestEngine.class)
class EngineTroubleIT {
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
    void launchWhenTheEngineGoesAwayIsInconclusive(Stage stage, Engine engine, TestImages images, @TempDir Path folder)
            throws IOException, InterruptedException {
        LaunchCase wanted = LaunchCase.of(folder, images.whole()).script("wait.sh", "#!/bin/sh\nsleep 1\n");
        String run;
        try (EngineDoor door = EngineDoor.before(engine.address());
                Engine through = Engine.connect(door.address(), java.util.Optional.empty())) {
            URI address = door.address();
            LaunchListener killer = new LaunchListener() {
                @Override
                public void stageStarted(String node, Stage started) {
                    if (started == stage) {
                        door.shut();
                    }
                }
            };
            try (LaunchedCluster cluster = wanted.launch(through, killer)) {
                Launch launch = cluster.launch();
                run = launch.runId();

                assertThat(launch.state()).as(launch.toString()).isEqualTo(Launch.State.INCONCLUSIVE);
                assertThat(launch.termination()).isEmpty();
                assertThat(launch.trouble().orElseThrow())
                        .startsWith("The container engine at [" + address + "] does not answer: ");
                assertThat(Recording.at(launch.recording()).load().trouble()).isEqualTo(launch.trouble());
            }
        }
        // nobody who knew the engine's own address is left to do it
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
            new Leftovers(engine).remove(Labels.ofRun(run));
            return NothingLeftIT.left(engine, run).isEmpty();
        });
    }
}
