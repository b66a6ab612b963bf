package dev.nodestart.emulator.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.emulator.engine.ContainerState;
import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.engine.Labelled;
import dev.nodestart.emulator.testing.TestEngine;
import dev.nodestart.emulator.testing.TestImages;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Given a running cluster, when its launcher's machine hangs, then its nodes end themselves. */
@ExtendWith(TestEngine.class)
class LeaseIT {
    private static final Duration LEASE = Duration.ofSeconds(6);

    @Test
    void nodesOfALauncherThatIsHeardOfNoMoreEndThemselves(Engine engine, TestImages images, @TempDir Path folder)
            throws Exception {
        LauncherProcess launcher = LauncherProcess.start(folder, images.whole(), 1, LEASE);
        try {
            String run = launcher.await("state RUNNING").split(" ", -1)[2];
            List<Labelled> nodes = engine.containers().labelled(List.of(Labels.ofRun(run)));
            assertThat(nodes).hasSize(2);
            // longer than the lease, its beats keep the nodes alive
            Thread.sleep(LEASE.multipliedBy(2).toMillis());
            assertThat(nodes).allMatch(node -> state(engine, node).running());

            launcher.freeze();

            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(nodes)
                            .noneMatch(node -> state(engine, node).running())
                            .allMatch(node -> state(engine, node).exitCode() == 143));
        } finally {
            // from here on it is the guard's business
            launcher.kill("KILL");
        }
    }

    private static ContainerState state(Engine engine, Labelled node) {
        return engine.containers().state(node.id());
    }
}
