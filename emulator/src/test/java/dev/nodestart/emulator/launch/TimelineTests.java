package dev.nodestart.emulator.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nodestart.emulator.model.Stage;
import dev.nodestart.emulator.model.StageOutcome;
import dev.nodestart.emulator.model.StageRun;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Stages with what became of them. */
class TimelineTests {
    private final Heard heard = new Heard();
    private final Timeline timeline = new Timeline(
            Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), heard, text -> text.replace("secret", "[REDACTED]"));

    @Test
    void runWhenWorkEndsWellKeepsWhatItSays() throws InterruptedException {
        timeline.run("driver", Stage.CREATE_CONTAINER, () -> "done");

        StageRun run = timeline.runs().get(0);
        assertThat(run.outcome()).isEqualTo(StageOutcome.OK);
        assertThat(run.detail()).isEqualTo("done");
        assertThat(heard.lines().get(0)).isEqualTo("started driver CREATE_CONTAINER");
    }

    @Test
    void runWhenImageIsToBlameFailsAndHidesSecrets() {
        assertThatThrownBy(() -> timeline.run("driver", Stage.START_SPARK, () -> {
                    throw new StageFailure(Termination.driverDown("a secret"));
                }))
                .isInstanceOf(StageFailure.class);

        assertThat(timeline.runs().get(0).outcome()).isEqualTo(StageOutcome.FAILED);
        assertThat(timeline.runs().get(0).detail()).endsWith("Driver down cause: a [REDACTED]");
        assertThat(heard.text()).doesNotContain("secret");
    }

    @Test
    void runWhenHarnessIsToBlameIsAnError() {
        assertThatThrownBy(() -> timeline.run("driver", Stage.START_SPARK, () -> {
                    throw new HarnessException("no secret");
                }))
                .isInstanceOf(HarnessException.class);

        assertThat(timeline.runs().get(0).outcome()).isEqualTo(StageOutcome.ERROR);
        assertThat(timeline.runs().get(0).detail()).isEqualTo("no [REDACTED]");
    }

    @Test
    void runsAreInTheOrderOfTheirStart() {
        timeline.done("cluster", Stage.PULL_IMAGE, Instant.EPOCH.plusSeconds(2), Duration.ZERO, "");
        timeline.done("cluster", Stage.VALIDATE, Instant.EPOCH.plusSeconds(1), Duration.ZERO, "");
        timeline.skip("driver", Stage.INIT_SCRIPTS, "no init scripts");

        assertThat(timeline.runs())
                .extracting(StageRun::stage)
                .containsExactly(Stage.INIT_SCRIPTS, Stage.VALIDATE, Stage.PULL_IMAGE);
    }
}
