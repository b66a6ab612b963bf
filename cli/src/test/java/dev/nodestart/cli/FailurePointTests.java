package dev.nodestart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.nodestart.emulator.model.ImageInfo;
import dev.nodestart.emulator.model.InitScriptRun;
import dev.nodestart.emulator.model.InitScriptStatus;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.model.NodeInfo;
import dev.nodestart.emulator.model.NodeRole;
import dev.nodestart.emulator.model.Stage;
import dev.nodestart.emulator.model.StageOutcome;
import dev.nodestart.emulator.model.StageRun;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class FailurePointTests {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void ofALaunchInWhichNothingFailedIsEmpty() {
        assertThat(FailurePoint.of(launch("root", stage("driver", Stage.RUNNING, StageOutcome.OK, ""), List.of())))
                .isEmpty();
    }

    @Test
    void ofAFailedScriptRunsTheScriptByItsNumber() {
        StageRun failed = stage("driver", Stage.INIT_SCRIPTS, StageOutcome.FAILED, "Init scripts failed.");
        List<InitScriptRun> scripts =
                List.of(script(InitScriptStatus.SUCCEEDED), script(InitScriptStatus.FAILED_EXECUTION));

        assertThat(FailurePoint.of(launch("", failed, scripts)))
                .contains(new FailurePoint(
                        Stage.INIT_SCRIPTS,
                        "driver",
                        "Init scripts failed.",
                        Optional.of("/databricks/.nodestart/init/01")));
    }

    @Test
    void ofAScriptThatCouldNotBeFetchedHasNoCommand() {
        StageRun failed = stage("driver", Stage.INIT_SCRIPTS, StageOutcome.FAILED, "Init scripts failed.");

        assertThat(FailurePoint.of(launch("", failed, List.of(script(InitScriptStatus.FAILED_FETCH))))
                        .flatMap(FailurePoint::command))
                .isEmpty();
    }

    @Test
    void ofFoldersThatCouldNotBeMadeRunsAsTheImagesUser() {
        StageRun failed = stage("driver", Stage.START_CONTAINER, StageOutcome.FAILED, "no");

        assertThat(FailurePoint.of(launch("app", failed, List.of())).flatMap(FailurePoint::command))
                .contains("chroot --userspec='app' / /bin/sh /databricks/.nodestart/folders.sh");
    }

    @Test
    void ofSparkRunsTheStartScriptOfWhatFailed() {
        assertThat(spark("driver", "Spark master did not start"))
                .contains("bash /databricks/spark/scripts/start_spark_master.sh");
        assertThat(spark("driver", "Driver down"))
                .contains("sudo -E PATH=\"$PATH\" bash /databricks/spark/scripts/start_driver.sh /tmp/driver-env.sh");
        assertThat(spark("worker-1", ""))
                .contains("bash /databricks/spark/scripts/start_spark_slave.sh $(cat /tmp/slave-params)");
    }

    @Test
    void ofAFailureOfTheClusterIsLookedAtOnTheDriver() {
        StageRun failed = stage("cluster", Stage.PULL_IMAGE, StageOutcome.FAILED, "no such image");

        assertThat(FailurePoint.of(launch("", failed, List.of())))
                .contains(new FailurePoint(Stage.PULL_IMAGE, "driver", "no such image", Optional.empty()));
    }

    private static Optional<String> spark(String node, String detail) {
        return FailurePoint.of(launch("", stage(node, Stage.START_SPARK, StageOutcome.FAILED, detail), List.of()))
                .flatMap(FailurePoint::command);
    }

    private static StageRun stage(String node, Stage stage, StageOutcome outcome, String detail) {
        return new StageRun(node, stage, NOON, Duration.ZERO, outcome, detail);
    }

    private static InitScriptRun script(InitScriptStatus status) {
        return new InitScriptRun(
                "driver", false, "a.sh", status, OptionalInt.empty(), Duration.ZERO, Optional.empty(), "log");
    }

    private static NodeInfo node(String name, NodeRole role) {
        return new NodeInfo(name, role, "i-1", "c-" + name, "10.139.1.10", "host");
    }

    static Launch launch(String user, StageRun stage, List<InitScriptRun> scripts) {
        return new Launch(
                "run",
                "cluster",
                NOON,
                JsonNodeFactory.instance.objectNode(),
                "15.4.x-scala2.12",
                "15.4",
                Optional.of(new ImageInfo(
                        "i",
                        "sha256:1",
                        Optional.empty(),
                        "linux",
                        "amd64",
                        1,
                        user,
                        List.of(),
                        List.of(),
                        Map.of(),
                        Map.of())),
                Launch.State.TERMINATED,
                Optional.empty(),
                Optional.of("message"),
                Optional.empty(),
                List.of(node("driver", NodeRole.DRIVER), node("worker-1", NodeRole.WORKER)),
                List.of(stage),
                List.of(),
                scripts,
                List.of(),
                List.of(),
                Path.of("run"));
    }
}
