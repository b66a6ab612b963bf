package dev.nodestart.emulator.diagnosis;

import static dev.nodestart.emulator.diagnosis.Launches.failed;
import static dev.nodestart.emulator.diagnosis.Launches.image;
import static dev.nodestart.emulator.diagnosis.Launches.running;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.nodestart.emulator.diagnosis.Diagnosis.Confidence;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.model.Stage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DiagnoserTests {
    private final Diagnoser diagnoser = new Diagnoser(Catalogue.builtIn());

    @Test
    void diagnoseGivesCauseFixEvidenceAndSource() {
        String said =
                "Cannot run program \"virtualenv\" (in directory \"/local_disk0/.ephemeral_nfs/cluster_libraries\")";
        List<Diagnosis> causes = diagnoser.diagnose(failed("15.4", Stage.START_SPARK, "SPARK_ERROR", said), List.of());
        assertThat(causes)
                .containsExactly(new Diagnosis(
                        "DCS-F01",
                        "The driver of DBR 11 and later runs virtualenv while it starts, and the image has none on the"
                                + " PATH of root.",
                        """
                        Install virtualenv so that it is on the system PATH, or switch the driver's NFS off in \
                        spark_conf if no Python libraries are needed.
                        RUN apt-get update && apt-get install -y --no-install-recommends virtualenv
                        # or, without Python libraries, in the cluster spec:
                        # "spark_conf": {"spark.databricks.driverNfs.enabled": "false"}""",
                        List.of(said),
                        "dcs.md F01",
                        Confidence.CERTAIN));
    }

    @Test
    void diagnoseFillsPlaceholdersFromEvidenceAndLaunch() {
        Launch launch = failed(
                "15.4",
                Stage.INJECT_RUNTIME,
                "CONTAINER_LAUNCH_FAILURE",
                "Could not mkdir in container",
                Optional.of(image("linux/amd64", "app:app", Map.of())));
        Diagnosis first = diagnoser.diagnose(launch, List.of()).get(0);
        assertThat(first.id()).isEqualTo("DCS-F16");
        assertThat(first.cause()).startsWith("The image sets USER [app:app], and ");
        assertThat(first.evidence()).containsExactly("Could not mkdir in container", "Image user: [app:app]");
        List<Diagnosis> os = diagnoser.diagnose(
                failed("15.4", Stage.PULL_IMAGE, "DOCKER_INVALID_OS_EXCEPTION", "image x is not for Linux"), List.of());
        assertThat(os.get(0).fix()).endsWith("FROM --platform=linux/amd64 databricksruntime/standard:15.4-LTS");
    }

    @Test
    void diagnoseWhenNothingFitsIsEmptyAndSaysWhereToLook() {
        Launch launch = failed("15.4", Stage.START_SPARK, "SPARK_ERROR", "a text nobody has seen");
        assertThat(diagnoser.diagnose(launch, List.of("all is well"))).isEmpty();
        assertThat(Diagnoser.noCause(launch))
                .isEqualTo("No known cause fits. Everything that was said is in [runs/run].");
    }

    @Test
    void diagnoseWhenClusterRunsAndNothingWasSaidIsEmpty() {
        assertThat(diagnoser.diagnose(running("15.4"), List.of())).isEmpty();
    }

    @Test
    void diagnoseWhenStageIsAnotherIgnoresTheText() {
        String curl = "curl: (60) SSL certificate problem; x509: certificate signed by unknown authority";
        Launch script = failed(
                "15.4",
                Stage.INIT_SCRIPTS,
                "INIT_SCRIPT_FAILURE",
                "Cluster scoped init script workspace:/a.sh failed: Script exit status is non-zero");
        assertThat(diagnoser.diagnose(script, List.of(curl)))
                .extracting(Diagnosis::id)
                .containsExactly("DCS-F91");
        assertThat(diagnoser.diagnose(running("15.4"), List.of("bash: line 1: ps: command not found")))
                .isEmpty();
    }

    @Test
    void diagnoseWhenLineIsAnotherIgnoresTheCause() {
        List<String> said = List.of("Failure starting repl.", "ModuleNotFoundError: No module named 'pyccolo'");
        assertThat(diagnoser.diagnose(running("15.4"), said))
                .extracting(Diagnosis::id)
                .contains("DCS-F34");
        assertThat(diagnoser.diagnose(running("14.3"), said))
                .extracting(Diagnosis::id)
                .doesNotContain("DCS-F34");
    }

    @Test
    void diagnoseWhenModuleIsOnlyAlikeIsEmpty() {
        assertThat(diagnoser.diagnose(
                        running("15.4"),
                        List.of("ModuleNotFoundError: No module named 'google.cloud'", "No module named 'googlemaps'")))
                .isEmpty();
    }

    @Test
    void diagnoseWhenRootIsTheUserDoesNotBlameTheUser() {
        Launch launch = failed(
                "15.4",
                Stage.INJECT_RUNTIME,
                "CONTAINER_LAUNCH_FAILURE",
                "Could not mkdir in container",
                Optional.of(image("linux/amd64", "root", Map.of())));
        assertThat(diagnoser.diagnose(launch, List.of()))
                .extracting(Diagnosis::id)
                .containsExactly("DCS-F71");
    }

    @Test
    void diagnoseWhenOneIsCertainHidesPossibleAndGeneralOnes() {
        Launch launch = failed(
                "15.4", Stage.PULL_IMAGE, "DOCKER_IMAGE_PULL_FAILURE", "No such image (404). [pull access denied]");
        assertThat(diagnoser.diagnose(launch, List.of()))
                .extracting(Diagnosis::id)
                .containsExactly("DCS-F56");
    }

    @Test
    void diagnoseRanksTheSurestFirst() {
        Launch launch = failed(
                "15.4",
                Stage.START_SPARK,
                "SPARK_ERROR",
                "Spark error: Driver down cause: driver state change (exit code: 10)");
        assertThat(diagnoser.diagnose(launch, List.of("x.sh: line 3: sudo: command not found")))
                .extracting(Diagnosis::id, Diagnosis::confidence)
                .containsExactly(tuple("DCS-F46", Confidence.CERTAIN), tuple("DCS-F02", Confidence.LIKELY));
    }

    @Test
    void diagnoseWhenConfValueIsInTheImageKeepsItOut() {
        Launch launch = failed(
                "15.4",
                Stage.START_SPARK,
                "SPARK_ERROR",
                "driver state change",
                Optional.of(image("linux/amd64", "", Map.of("NOTE", "driver state change (exit code: 10)"))));
        assertThat(diagnoser.diagnose(launch, List.of())).isEmpty();
    }

    @Test
    void diagnoseWhenOneExplainsWhatAnotherShowsHidesTheOther() {
        Launch launch = failed("15.4", Stage.START_SPARK, "SPARK_ERROR", "Driver down");
        List<String> refused = List.of(
                "Picked up _JAVA_OPTIONS: -XX:+UseConcMarkSweepGC", "Unrecognized VM option 'UseConcMarkSweepGC'");
        assertThat(diagnoser.diagnose(launch, refused))
                .extracting(Diagnosis::id)
                .containsExactly("DCS-F80");
        assertThat(diagnoser.diagnose(launch, refused.subList(1, 2)))
                .extracting(Diagnosis::id)
                .containsExactly("DCS-F20");
    }

    @Test
    void diagnoseNamesAJdkOfTheImageElseTheOneToInstall() {
        Launch old = failed("11.3", Stage.START_SPARK, "SPARK_ERROR", "Driver down");
        String refused = "Unrecognized VM option 'PrintGCDateStamps'";
        assertThat(diagnoser
                        .diagnose(
                                old,
                                List.of(
                                        refused,
                                        "Found: JDK [java-11-openjdk-amd64]",
                                        "Found: JDK [java-17-openjdk-amd64]"))
                        .get(0)
                        .fix())
                .contains("{\"JNAME\": \"java-11-openjdk-amd64\"}");
        assertThat(diagnoser.diagnose(old, List.of(refused)).get(0).fix())
                .contains("{\"JNAME\": \"java-8-openjdk-amd64\"}")
                .contains("install -y --no-install-recommends openjdk-8-jdk-headless");
        Launch unknown = failed("18", Stage.START_SPARK, "SPARK_STARTUP_FAILURE", "Spark failed to start");
        String names =
                "JNAME [java-17-openjdk-amd64] names no Java under /usr/lib/jvm; there are [java-8-openjdk-amd64].";
        assertThat(diagnoser.diagnose(unknown, List.of(names)).get(0))
                .satisfies(cause -> assertThat(cause.id()).isEqualTo("DCS-F44"))
                .satisfies(cause -> assertThat(cause.fix()).contains("{\"JNAME\": \"java-21-openjdk-amd64\"}"));
    }

    @Test
    void diagnoseWhenSeveralAreCertainPutsTheOneFirstWhoseEvidenceComesFirst() {
        Launch script = failed("15.4", Stage.INIT_SCRIPTS, "INIT_SCRIPT_FAILURE", "Script exit status is non-zero");
        assertThat(diagnoser.diagnose(
                        script,
                        List.of("a.sh: line 9: NAME: unbound variable", "a.sh: line 3: unzip: command not found")))
                .extracting(Diagnosis::id)
                .containsExactly("DCS-F95", "DCS-F53");
    }

    @Test
    void diagnoseNamesWhatWouldFailLaterAfterWhatFailed() {
        Launch launch =
                failed("15.4", Stage.START_SPARK, "SPARK_STARTUP_FAILURE", "a.sh: line 3: ps: command not found");
        assertThat(diagnoser.diagnose(launch, List.of("Missing: command [ps]", "Missing: command [sudo]")))
                .extracting(Diagnosis::id, Diagnosis::confidence)
                .containsExactly(tuple("DCS-F17", Confidence.CERTAIN), tuple("DCS-F46", Confidence.LIKELY));
    }

    @Test
    void diagnoseWhenPathHasTheSystemsFoldersDoesNotBlameIt() {
        List<String> paths = List.of("/usr/bin:/bin", "/opt/bin:/usr/local/bin:/usr/bin", "/bin", "/opt/x:/bin/:/y");
        for (String path : paths) {
            Launch launch = failed(
                    "15.4",
                    Stage.START_SPARK,
                    "SPARK_STARTUP_FAILURE",
                    "ps: command not found",
                    Optional.of(image("linux/amd64", "", Map.of("PATH", path))));
            assertThat(diagnoser.diagnose(launch, List.of()))
                    .as(path)
                    .extracting(Diagnosis::id)
                    .containsExactly("DCS-F17");
        }
    }
}
