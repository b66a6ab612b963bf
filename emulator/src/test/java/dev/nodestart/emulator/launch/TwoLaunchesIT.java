package dev.nodestart.emulator.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.node.DriverSession;
import dev.nodestart.emulator.node.Language;
import dev.nodestart.emulator.testing.TestEngine;
import dev.nodestart.emulator.testing.TestImages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Given two launches at once, in one process or in two, then neither disturbs the other. */
@ExtendWith(TestEngine.class)
class TwoLaunchesIT {
    @Test
    void twoInOneProcessRunSideBySideAndOneEndsAlone(Engine engine, TestImages images, @TempDir Path folder)
            throws Exception {
        String image = images.whole();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<LaunchedCluster>> both = List.of(
                    threads.submit(launch(engine, folder.resolve("one"), image)),
                    threads.submit(launch(engine, folder.resolve("two"), image)));
            try (LaunchedCluster second = both.get(1).get()) {
                Launch ended;
                try (LaunchedCluster first = both.get(0).get()) {
                    ended = first.launch();
                    assertThat(ended.state()).isEqualTo(Launch.State.RUNNING);
                    assertThat(second.launch().state()).isEqualTo(Launch.State.RUNNING);
                    assertThat(ended.runId()).isNotEqualTo(second.launch().runId());
                    assertThat(ended.nodes().get(0).ip())
                            .isNotEqualTo(second.launch().nodes().get(0).ip());
                }
                assertThat(NothingLeftIT.left(engine, ended.runId())).isEmpty();
                try (DriverSession session =
                        DriverSession.open(engine, second.driver().orElseThrow().containerId())) {
                    assertThat(session.run(Language.SHELL, "echo alive", Duration.ofSeconds(60))
                                    .stdout())
                            .isEqualTo("alive\n");
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static Callable<LaunchedCluster> launch(Engine engine, Path folder, String image) {
        return () -> LaunchCase.of(folder, image).launch(engine);
    }

    @Test
    void twoInTwoProcessesRunSideBySideAndOneIsKilledAlone(Engine engine, TestImages images, @TempDir Path folder)
            throws Exception {
        LauncherProcess first =
                LauncherProcess.start(Files.createDirectories(folder.resolve("one")), images.whole(), 0);
        LauncherProcess second =
                LauncherProcess.start(Files.createDirectories(folder.resolve("two")), images.whole(), 0);
        first.await("state RUNNING ");
        String run = second.await("state RUNNING ").split(" ")[2];
        first.kill("KILL");

        assertThat(NothingLeftIT.left(engine, run)).hasSize(2);
        second.finish();
        second.await("closed");
        assertThat(NothingLeftIT.left(engine, run)).isEmpty();
    }
}
