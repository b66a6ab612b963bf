package dev.nodestart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.emulator.launch.LaunchListener;
import dev.nodestart.emulator.model.Stage;
import dev.nodestart.emulator.model.StageOutcome;
import dev.nodestart.emulator.model.StageRun;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What is begun as soon as a stage fails, and how long a diagnosis took. */
class FailureTimeTests {
    @Test
    void progressWhenTheEngineStartsTheDriverDoesWhatADiagnosisWouldNeed() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);

        progress(begun).stageStarted("driver", Stage.START_CONTAINER);

        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void progressOfAWorkerBeginsNothing() {
        CountDownLatch begun = new CountDownLatch(1);

        progress(begun).stageStarted("worker-1", Stage.START_CONTAINER);

        assertThat(begun.getCount()).isEqualTo(1);
    }

    @Test
    void sinceFailureCountsFromTheEndOfTheStageThatFailed() {
        var launch = FailurePointTests.launch("", run(StageOutcome.FAILED), List.of());

        assertThat(SinceFailure.of(launch, ClusterRuns.NOON.plusMillis(2080))).contains(Duration.ofMillis(80));
    }

    private static LaunchListener progress(CountDownLatch begun) {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        return new Progress(new Terminal(nowhere, nowhere, false, Map.of()), new CommonOptions(), begun::countDown);
    }

    private static StageRun run(StageOutcome outcome) {
        return new StageRun("driver", Stage.START_SPARK, ClusterRuns.NOON, Duration.ofSeconds(2), outcome, "");
    }
}
