package dev.nodestart.emulator.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.model.Stage;
import dev.nodestart.emulator.model.StageOutcome;
import dev.nodestart.emulator.model.StageRun;
import dev.nodestart.emulator.node.CellResult;
import dev.nodestart.emulator.node.DriverSession;
import dev.nodestart.emulator.node.Language;
import dev.nodestart.emulator.testing.TestEngine;
import dev.nodestart.emulator.testing.TestImages;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Given a broken image, when it is launched, then it fails where the platform fails, in the platform's words. */
@ExtendWith(TestEngine.class)
class BrokenImageIT {
    private static final String WITHOUT_VIRTUALENV = "RUN rm -f /usr/bin/virtualenv /usr/local/bin/virtualenv";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final Heard heard = new Heard();

    /**
     * One way to break an image.
     *
     * @param name for people
     * @param line of a Dockerfile
     * @param code the termination code
     * @param stage in which it ends
     * @param message what its message says
     */
    record Case(String name, String line, String code, Stage stage, String message) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case(
                        "no virtualenv (F01)",
                        WITHOUT_VIRTUALENV,
                        "SPARK_ERROR",
                        Stage.START_SPARK,
                        "Spark error: Driver down cause: java.io.IOException: Cannot run program \"virtualenv\" (in"
                                + " directory \"/local_disk0/.ephemeral_nfs/cluster_libraries\"): error=2, No such"
                                + " file or directory"),
                new Case(
                        "no sudo",
                        "RUN rm /usr/bin/sudo",
                        "SPARK_ERROR",
                        Stage.START_SPARK,
                        "Driver down cause: driver state change (exit code: 127)"),
                new Case(
                        "no procps",
                        "RUN rm /usr/bin/ps",
                        "SPARK_STARTUP_FAILURE",
                        Stage.START_SPARK,
                        "ps: command not found"),
                new Case(
                        "no iproute2",
                        "RUN rm -f /usr/bin/ip /usr/sbin/ip /sbin/ip /bin/ip",
                        "SPARK_ERROR",
                        Stage.START_SPARK,
                        "Driver down cause: driver state change (exit code: "),
                new Case(
                        "no Java",
                        "RUN rm -rf /usr/lib/jvm",
                        "SPARK_STARTUP_FAILURE",
                        Stage.START_SPARK,
                        "JNAME [java-1.17.0-openjdk-amd64] names no Java under /usr/lib/jvm; there are []."),
                new Case(
                        "the folder of JNAME is missing",
                        "RUN rm /usr/lib/jvm/java-1.17.0-openjdk-amd64",
                        "SPARK_STARTUP_FAILURE",
                        Stage.START_SPARK,
                        "JNAME [java-1.17.0-openjdk-amd64] names no Java under /usr/lib/jvm; there are ["),
                new Case(
                        "USER that may not make folders (F16)",
                        "USER libraries",
                        "CONTAINER_LAUNCH_FAILURE",
                        Stage.INJECT_RUNTIME,
                        "Could not mkdir in container: as the image's USER [libraries]: mkdir: cannot create directory"),
                new Case(
                        "no shell",
                        "RUN [\"python3\", \"-c\", \"import os; [os.remove(p) for p in ('/bin/sh', '/bin/bash')]\"]",
                        "CONTAINER_LAUNCH_FAILURE",
                        Stage.INJECT_RUNTIME,
                        "The image has no shell at /bin/sh, so nothing can be started in it"),
                new Case(
                        "a file where the runtime goes",
                        "RUN rm -r /databricks && touch /databricks",
                        "CONTAINER_LAUNCH_FAILURE",
                        Stage.INJECT_RUNTIME,
                        "The Databricks Runtime could not be copied into the container: "));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void launchWhenImageIsBrokenEndsAsOnThePlatform(Case broken, Engine engine, TestImages images)
            throws InterruptedException {
        Launch launch = close(LaunchCase.of(folder, images.with(broken.line())).launch(engine));

        assertThat(launch.state()).as(launch.toString()).isEqualTo(Launch.State.TERMINATED);
        assertThat(launch.termination().orElseThrow().code()).isEqualTo(broken.code());
        assertThat(launch.stateMessage().orElseThrow()).contains(broken.message());
        assertThat(launch.stages())
                .filteredOn(run -> run.outcome() != StageOutcome.OK && run.outcome() != StageOutcome.SKIPPED)
                .extracting(StageRun::stage)
                .containsExactly(broken.stage());
        assertThat(launch.events()).extracting(event -> event.type()).containsExactly("CREATING", "TERMINATING");
    }

    @Test
    void launchWhenVirtualenvIsMissingButWaivedRuns(Engine engine, TestImages images) throws InterruptedException {
        Launch launch = close(LaunchCase.of(folder, images.with(WITHOUT_VIRTUALENV))
                .conf("spark.databricks.driverNfs.enabled=false")
                .launch(engine));

        assertThat(launch.state()).as(launch.toString()).isEqualTo(Launch.State.RUNNING);
    }

    @Test
    void launchWhenJavaIsTooOldForTheLineFailsWithItsClassVersion(Engine engine, TestImages images)
            throws InterruptedException {
        Launch launch = close(
                LaunchCase.of(folder, images.whole()).dbr("18").defaultJava().launch(engine, heard));

        assertThat(launch.state()).isEqualTo(Launch.State.TERMINATED);
        // master and driver both die of it, and the driver has the last word
        assertThat(launch.termination().orElseThrow().code()).isEqualTo("SPARK_ERROR");
        assertThat(launch.stateMessage().orElseThrow() + heard.text())
                .contains("java.lang.UnsupportedClassVersionError: ")
                .contains("has been compiled by a more recent version of the Java Runtime (class file version 65.0)");
    }

    @Test
    void launchWhenJavaIsTooNewForTheLineFailsOnItsFlags(Engine engine, TestImages images) throws InterruptedException {
        Launch launch =
                close(LaunchCase.of(folder, images.whole()).defaultJava().launch(engine, heard));

        assertThat(launch.state()).isEqualTo(Launch.State.TERMINATED);
        assertThat(launch.stateMessage().orElseThrow())
                .endsWith("Driver down cause: driver state change (exit code: 1)");
        assertThat(heard.text()).contains("console driver Unrecognized VM option 'PrintGCDateStamps'");
    }

    @Test
    void launchWhenPythonIsMissingRunsAndTheFirstCellFails(Engine engine, TestImages images)
            throws InterruptedException {
        String image = images.with("RUN rm -rf /databricks/python3");
        try (LaunchedCluster cluster = LaunchCase.of(folder, image).launch(engine)) {
            assertThat(cluster.launch().state()).isEqualTo(Launch.State.RUNNING);
            try (DriverSession session =
                    DriverSession.open(engine, cluster.driver().orElseThrow().containerId())) {
                CellResult cell = session.run(Language.PYTHON, "print(1)", Duration.ofSeconds(60));

                assertThat(cell.status()).isEqualTo(CellResult.Status.FAILED);
                assertThat(cell.traceback().orElseThrow())
                        .startsWith("Failure starting repl. Try detaching and re-attaching the notebook.\n");
                assertThat(session.run(Language.SHELL, "echo alive", Duration.ofSeconds(60))
                                .stdout())
                        .isEqualTo("alive\n");
            }
        }
    }

    private static Launch close(LaunchedCluster cluster) {
        cluster.close();
        return cluster.launch();
    }
}
