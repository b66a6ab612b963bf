package dev.nodestart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.nodestart.emulator.model.ClusterEvent;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.recording.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be told of a finished run, without an engine. */
class RecordedCommandsTests {

    private static final String RUN = "20261122-120000-abcdefgh";

    @TempDir
    Path runs;

    @BeforeEach
    void record() throws IOException {
        Recording recording = Recording.at(runs.resolve(RUN));
        recording.save(launch(recording.folder()));
        recording.console("driver", "hello from the node");
        Path scripts = Files.createDirectories(recording.nodeFolder("driver").resolve("init_scripts"));
        Files.writeString(scripts.resolve("a.stdout.log"), "script says hello\n");
        Files.writeString(scripts.resolve("a.stderr.log"), "");
    }

    @Test
    void eventsAreTheBodyOfTheApisAnswer() {
        assertThat(run("events", RUN).out()).isEqualTo("""
                        {
                          "events": [
                            {
                              "cluster_id": "1122-120000-abcdefgh",
                              "timestamp": 1795348800000,
                              "type": "CREATING",
                              "details": { }
                            }
                          ],
                          "total_count": 1
                        }
                        """);
    }

    @Test
    void eventsWithoutARunAreTheNewestOnes() {
        assertThat(run("events").out()).isEqualTo(run("events", RUN).out());
    }

    @Test
    void eventsTakeTheFolderToo() {
        assertThat(run("events", runs.resolve(RUN).toString()).exitCode()).isZero();
    }

    @Test
    void eventsWhenThereIsNoSuchRunSayWhereRecordingsAre() {
        Run run = run("events", "nope");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("nodestart: [nope] is neither a folder nor the id of a recorded run; the recordings are in ["
                        + runs + "].\n");
    }

    @Test
    void logsAreTheConsoleAndTheNodesFiles() {
        assertThat(run("logs", "abcdefgh").out()).isEqualTo("""
                        ==> driver: console.log <==
                        hello from the node

                        """);
    }

    @Test
    void logsOfInitScriptsLeaveOutEmptyFiles() {
        assertThat(run("logs", "--init-scripts").out()).isEqualTo("""
                        ==> driver: init_scripts/a.stdout.log <==
                        script says hello

                        """);
    }

    @Test
    void logsWhenTheNodeIsUnknownNameTheKnownOnes() {
        assertThat(run("logs", RUN, "--node", "worker-9").err())
                .isEqualTo("nodestart: The recording [" + runs.resolve(RUN)
                        + "] has no logs of a node [worker-9]; it has those of [driver].\n");
    }

    @Test
    void logsCannotBeFollowedWhenTheRunIsOver() {
        Run run = run("logs", RUN, "--follow");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("nodestart: The run [" + RUN + "] is over: leave --follow out to read its recorded logs.\n");
    }

    @Test
    void reportPrintsTheRunAndEndsAsItDid() {
        Run run = run("report", RUN);

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.out()).startsWith("INCONCLUSIVE  no image on DBR 15.4\n").contains("the engine went away");
    }

    @Test
    void reportWritesAFileInPlaceOfPrinting() throws IOException {
        Path file = runs.resolve("out/report.json");

        Run run = run("report", RUN, "--report", "json=" + file);

        assertThat(run.out()).isEmpty();
        assertThat(Files.readString(file)).contains("\"verdict\": \"INCONCLUSIVE\"");
    }

    @Test
    void reportWhenTheFolderIsNoRecordingSaysSo() {
        Run run = run("report", runs.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .startsWith(
                        "nodestart: The folder [" + runs + "] is not the recording of a run: it has no launch.json.\n");
    }

    @Test
    void diffOfARunWithItselfIsNothing() {
        Run run = run("diff", RUN, RUN);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("Nothing is different.\n");
    }

    @Test
    void diffNamesWhatIsDifferent() {
        Path other = runs.resolve("20261122-130000-ijklmnop");
        Recording.at(other).save(launch(other, "16.4"));

        Run run = run("diff", "abcdefgh", "ijklmnop");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEqualTo("run\n  line: 15.4 -> 16.4\n");
    }

    @Test
    void reportJudgesAgainWhenAPolicyIsGiven() throws IOException {
        Path policy = Files.writeString(runs.resolve("policy.json"), "{\"require\": [\"r\"]}");

        Path report = runs.resolve("report.json");

        run("report", RUN, "--policy", policy.toString(), "--report", "json=" + report);

        assertThat(Files.readString(report)).containsPattern("\"name\": \"r\",\\s+\"required\": true");
    }

    @Test
    void policyThatNamesNoCheckIsBadInput() throws IOException {
        Path policy = Files.writeString(
                runs.resolve("policy.json"),
                "{\"waivers\": [{\"check\": \"PYTHN-001\", \"reason\": \"x\", \"expires\": \"2027-01-01\"}]}");

        Run run = run("verify", "some/image", "--policy", policy.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo(
                        "nodestart: Data file [" + policy
                                + "] cannot be used: [/waivers/0/check] [PYTHN-001] is no check, category or tag; did you mean [PYTHON-001].\n");
    }

    @Test
    void bundleIsReadInPlaceOfTheFolder() {
        Path file = runs.resolve("b.tar.gz");

        assertThat(run("bundle", RUN, "-o", file.toString()).out()).isEqualTo(file + "\n");
        assertThat(run("events", file.toString()).out())
                .isEqualTo(run("events", RUN).out());
        assertThat(run("diff", RUN, file.toString()).exitCode()).isZero();
        assertThat(run("explain", file.toString()).out()).startsWith("Took [" + file + "] for the recording of a run");
    }

    @Test
    void bundleWhenItsPlaceIsAFolderAsksForAFile() {
        assertThat(run("bundle", RUN, "-o", runs.toString()).err())
                .isEqualTo("nodestart: [" + runs + "] is a folder: name a file with -o FILE.\n");
    }

    @Test
    void explainOfARunThatIsInconclusivePointsToTheDoctor() {
        Run run = run("explain", RUN);

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.out())
                .contains("the engine went away.")
                .contains("Not the image: [nodestart doctor] looks at the engine and this machine.");
    }

    @Test
    void analyzeWhenNothingWasStartedSaysSo() {
        assertThat(run("analyze", "show", RUN).err())
                .isEqualTo("nodestart: The recording [" + runs.resolve(RUN)
                        + "] has no stages: nothing of it was started.\n");
    }

    @Test
    void matrixPlansEverythingBeforeItStartsAnything() {
        Run run = run("matrix", "some/image", "--dbr", "15.4,16.4", "--conf", "no-value");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("Write --conf KEY=VALUE.");
    }

    @Test
    void matrixWithoutAThreadIsBadInput() {
        assertThat(run("matrix", "some/image", "--parallel", "0").err())
                .isEqualTo("nodestart: --parallel takes a number from 1 on, not [0].\n");
    }

    private Run run(String... arguments) {
        return Run.of(Map.of("NODESTART_RUNS", runs.toString(), "DOCKER_HOST", "unix:///does/not/exist"), arguments);
    }

    private static Launch launch(Path folder) {
        return launch(folder, "15.4");
    }

    private static Launch launch(Path folder, String line) {
        Instant noon = Instant.parse("2026-11-22T12:00:00Z");
        var empty = JsonNodeFactory.instance.objectNode();
        return new Launch(
                RUN,
                "1122-120000-abcdefgh",
                noon,
                empty,
                "15.4.x-scala2.12",
                line,
                Optional.empty(),
                Launch.State.INCONCLUSIVE,
                Optional.empty(),
                Optional.empty(),
                Optional.of("the engine went away."),
                List.of(),
                List.of(),
                List.of(new ClusterEvent("1122-120000-abcdefgh", noon, "CREATING", empty)),
                List.of(),
                List.of(),
                List.of(),
                folder);
    }
}
