package dev.nodestart.emulator.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.nodestart.emulator.engine.Labelled;
import dev.nodestart.emulator.launch.ClusterRun.Node;
import dev.nodestart.emulator.launch.ClusterRun.State;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.model.NodeRole;
import dev.nodestart.emulator.model.Stage;
import dev.nodestart.emulator.model.StageOutcome;
import dev.nodestart.emulator.model.StageRun;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunsTests {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void ofReadsARunFromItsLabels() {
        List<ClusterRun> runs = Runs.of(
                List.of(container("run-a", "worker-1", "running", 11), container("run-a", "driver", "running", 10)),
                folder -> Optional.of(launch(Launch.State.RUNNING, List.of())));

        assertThat(runs)
                .containsExactly(new ClusterRun(
                        "run-a",
                        "1122-120000-abcdefgh",
                        State.RUNNING,
                        "my/image:1",
                        "15.4.x-scala2.12",
                        "ada",
                        true,
                        NOON,
                        Optional.of(Path.of("/runs/run-a")),
                        List.of(
                                new Node(
                                        "driver",
                                        NodeRole.DRIVER,
                                        "id-driver",
                                        "running",
                                        "10.139.64.10",
                                        "1122-120000-abcdefgh-10-139-64-10"),
                                new Node(
                                        "worker-1",
                                        NodeRole.WORKER,
                                        "id-worker-1",
                                        "running",
                                        "10.139.64.11",
                                        "1122-120000-abcdefgh-10-139-64-11"))));
    }

    @Test
    void ofListsTheNewestRunFirst() {
        List<ClusterRun> runs = Runs.of(
                List.of(container("run-a", "driver", "running", 10), container("run-b", "driver", "running", 10)),
                folder -> Optional.empty());

        assertThat(runs).extracting(ClusterRun::runId).containsExactly("run-b", "run-a");
    }

    @Test
    void ofOrdersWorkersByNumber() {
        List<ClusterRun> runs = Runs.of(
                List.of(
                        container("run-a", "worker-10", "running", 20),
                        container("run-a", "worker-2", "running", 12),
                        container("run-a", "driver", "running", 10)),
                folder -> Optional.empty());

        assertThat(runs.get(0).nodes()).extracting(Node::name).containsExactly("driver", "worker-2", "worker-10");
    }

    @Test
    void ofLeavesOutTheCopyOfANode() {
        assertThat(Runs.of(List.of(container("run-a", "", "running", 10)), folder -> Optional.empty()))
                .isEmpty();
    }

    @Test
    void stateWhenTheLaunchGoesOnIsStarting() {
        assertThat(state("running", Optional.of(launch(Launch.State.INCONCLUSIVE, List.of()))))
                .isEqualTo(State.STARTING);
    }

    @Test
    void stateWhenTheDriverIsOnlyCreatedIsStarting() {
        assertThat(state("created", Optional.empty())).isEqualTo(State.STARTING);
    }

    @Test
    void stateWhenTheRecordingIsElsewhereIsTheDrivers() {
        assertThat(state("running", Optional.empty())).isEqualTo(State.RUNNING);
    }

    @Test
    void stateWhenTheDriverHasStoppedIsFailed() {
        assertThat(state("exited", Optional.of(launch(Launch.State.RUNNING, List.of()))))
                .isEqualTo(State.FAILED);
    }

    @Test
    void stateWhenTheLaunchTerminatedAndWasKeptIsFailed() {
        assertThat(state("running", Optional.of(launch(Launch.State.TERMINATED, List.of()))))
                .isEqualTo(State.FAILED);
    }

    @Test
    void stateWhenTheHarnessFailedAndWasKeptIsFailed() {
        StageRun broken =
                new StageRun("driver", Stage.START_CONTAINER, NOON, Duration.ZERO, StageOutcome.ERROR, "no answer");

        assertThat(state("running", Optional.of(launch(Launch.State.INCONCLUSIVE, List.of(broken)))))
                .isEqualTo(State.FAILED);
    }

    private static State state(String container, Optional<Launch> recorded) {
        return Runs.of(List.of(container("run-a", "driver", container, 10)), folder -> recorded)
                .get(0)
                .state();
    }

    private static Labelled container(String run, String node, String state, int address) {
        Map<String, String> labels = new HashMap<>();
        labels.put(Labels.RUN, run);
        labels.put(Labels.NODE, node);
        labels.put(Labels.CLUSTER, "1122-120000-abcdefgh");
        labels.put(Labels.USER, "ada");
        labels.put(Labels.IMAGE, "my/image:1");
        labels.put(Labels.SPARK_VERSION, "15.4.x-scala2.12");
        labels.put(Labels.RECORDING, "/runs/" + run);
        labels.put(Labels.DETACHED, "true");
        return new Labelled("id-" + node, "name-" + node, state, labels, NOON, "10.139.64." + address);
    }

    private static Launch launch(Launch.State state, List<StageRun> stages) {
        return new Launch(
                "run-a",
                "1122-120000-abcdefgh",
                NOON,
                JsonNodeFactory.instance.objectNode(),
                "15.4.x-scala2.12",
                "15.4",
                Optional.empty(),
                state,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                stages,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Path.of("/runs/run-a"));
    }
}
