package dev.nodestart.emulator.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.node.CellResult;
import dev.nodestart.emulator.node.DriverSession;
import dev.nodestart.emulator.node.Language;
import dev.nodestart.emulator.testing.TestEngine;
import dev.nodestart.emulator.testing.TestImages;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Lines of docs/level-of-support.md that no other test holds. */
@ExtendWith(TestEngine.class)
class SupportIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void launchWhenImageHasOtherInstructionsIsNotChanged(Engine engine, TestImages images) throws InterruptedException {
        String image =
                images.with("WORKDIR /elsewhere", "EXPOSE 80", "HEALTHCHECK CMD false", "VOLUME /data", "STOPSIGNAL 9");
        try (LaunchedCluster cluster = LaunchCase.of(folder, image).launch(engine)) {
            assertThat(cluster.launch().state()).isEqualTo(Launch.State.RUNNING);
            try (DriverSession session =
                    DriverSession.open(engine, cluster.driver().orElseThrow().containerId())) {
                assertThat(session.run(Language.SHELL, "pwd", LIMIT).stdout()).isEqualTo("/databricks/driver\n");

                CellResult cell = session.run(Language.PYTHON, "spark.sql('select 1')", LIMIT);

                assertThat(cell.traceback().orElseThrow())
                        .endsWith(
                                "NotImplementedError: Nodestart starts nodes and does not run Spark: [spark.sql] is not there.");
            }
        }
    }

    @Test
    void launchWhenDriverDoesNotAnswerEndsAtTheLimit(Engine engine, TestImages images) throws InterruptedException {
        String image = images.with("RUN printf '#!/bin/sh\\nsleep 300\\n' >/usr/bin/virtualenv");
        LaunchedCluster cluster = LaunchCase.of(folder, image)
                .limits(Limits.DEFAULT.withSpark(Duration.ofSeconds(2)))
                .launch(engine);
        cluster.close();

        assertThat(cluster.launch().termination().orElseThrow().code()).isEqualTo("SPARK_STARTUP_FAILURE");
        assertThat(cluster.launch().stateMessage().orElseThrow())
                .endsWith("Spark failed to start: Timed out after 2 seconds");
    }
}
