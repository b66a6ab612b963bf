package dev.nodestart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.launch.ClusterRun;
import dev.nodestart.emulator.launch.Labels;
import dev.nodestart.emulator.launch.Leftovers;
import dev.nodestart.emulator.launch.NodeCopy;
import dev.nodestart.emulator.testing.TestEngine;
import dev.nodestart.emulator.testing.TestImages;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A day in the life of a detached cluster: one launch, and every command on it; the last ones break and stop it. */
@ExtendWith(TestEngine.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OperationsIT {

    @TempDir
    static Path runs;

    private final Map<String, String> environment = new HashMap<>(System.getenv());
    private final Engine engine;
    private String runId = "";

    OperationsIT(Engine engine) {
        this.engine = engine;
    }

    @BeforeAll
    void launch(TestImages images) throws IOException {
        environment.put("NODESTART_RUNS", runs.toString());
        Run launched = run(
                "launch",
                images.whole(),
                "--dbr",
                "15.4",
                "--workers",
                "1",
                "--env",
                "JNAME=java-17-openjdk-amd64",
                "--env",
                "GREETING=good morning",
                "--detach",
                "--json");
        assertThat(launched.exitCode()).as(launched.err()).isZero();
        runId = new ObjectMapper().readTree(launched.out()).path("run_id").asText();
    }

    @AfterAll
    void removeAll() {
        new Leftovers(engine).remove(Labels.ofRun(runId));
        new Leftovers(engine).removeImages(Labels.ofRun(runId));
    }

    @Test
    @Order(1)
    void psListsTheRunWithItsNodes() throws IOException {
        JsonNode run = listed();

        assertThat(run.path("state").asText()).isEqualTo("RUNNING");
        assertThat(run.path("detached").asBoolean()).isTrue();
        assertThat(run.path("nodes").findValuesAsText("role")).containsExactly("driver", "worker");
        JsonNode driver = run.path("nodes").path(0);
        assertThat(driver.path("host_name").asText())
                .isEqualTo(run.path("cluster_id").asText() + "-"
                        + driver.path("ip").asText().replace('.', '-'));
        assertThat(run("ps").out()).contains(runId + "  RUNNING  ");
    }

    @Test
    @Order(1)
    void execKeepsPythonsStateFromOneCommandToTheNext() {
        assertThat(run("exec", runId, "--python", "x = 1").exitCode()).isZero();

        Run second = run("exec", runId, "--python", "print('printed', end=''); x + 1");

        assertThat(second.out()).isEqualTo("printed\n2\n");
        assertThat(second.exitCode()).isZero();
    }

    @Test
    @Order(1)
    void execWhenACellRaisesPrintsTheTracebackAndEndsWithOne() {
        Run run = run("exec", runId, "--python", "1/0");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("ZeroDivisionError: division by zero");
    }

    @Test
    @Order(1)
    void execEndsAsTheShellCommandEnds() {
        Run run = run("exec", runId, "--shell", "echo out; echo err >&2; (exit 3)");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).isEqualTo("out\n");
        assertThat(run.err()).isEqualTo("err\n");
    }

    @Test
    @Order(1)
    void execStopsACommandAtItsLimit() throws IOException {
        Run run = run("exec", runId, "--shell", "sleep 60", "--timeout", "1s", "--json");

        assertThat(run.exitCode()).isEqualTo(124);
        assertThat(new ObjectMapper().readTree(run.out()).path("status").asText())
                .isEqualTo("TIMEOUT");
    }

    @Test
    @Order(1)
    void shellRunsWhatComesOnStandardInputWithTheNodesVariables() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        int code = shell(containerId("worker-1"), "echo $GREETING; echo $DB_IS_DRIVER; pwd; exit 5\n", out);

        assertThat(code).isEqualTo(5);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("good morning\nFALSE\n/databricks/driver\n");
    }

    @Test
    @Order(1)
    void shellWhenTheNodeIsUnknownNamesTheKnownOnes() {
        assertThat(run("shell", runId, "--node", "worker-2").err())
                .isEqualTo("nodestart: The run [" + runId
                        + "] has no node [worker-2]; its nodes are [driver, worker-1].\n");
    }

    @Test
    @Order(1)
    void logsAreReadFromTheNodes() {
        assertThat(run("logs", runId, "--node", "driver").out())
                .contains("==> driver: driver/virtualenv.log <==\n")
                .doesNotContain("worker-1:");
    }

    @Test
    @Order(1)
    void eventsEndWithAHealthyDriver() throws IOException {
        JsonNode events =
                new ObjectMapper().readTree(run("events", runId).out()).path("events");

        assertThat(events.findValuesAsText("type")).startsWith("CREATING").contains("RUNNING", "DRIVER_HEALTHY");
    }

    @Test
    @Order(1)
    void pruneLeavesARunningClusterAlone() throws IOException {
        assertThat(run("prune").exitCode()).isZero();

        assertThat(listed().path("state").asText()).isEqualTo("RUNNING");
    }

    @Test
    @Order(2)
    void shellLooksInsideANodeThatHasStoppedAndLeavesNothing() throws IOException {
        engine.containers().kill(containerId("worker-1"));
        ClusterRun run = EngineRuns.of(engine).named(runId);
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        try (NodeCopy copy = NodeCopy.of(engine, run, run.node("worker-1").orElseThrow())) {
            assertThat(listed().path("nodes")).hasSize(2);
            assertThat(shell(copy.containerId(), "echo $GREETING; hostname; exit 7\n", out))
                    .isEqualTo(7);
        }

        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("good morning\n" + run.node("worker-1").orElseThrow().hostName() + "\n");
        assertThat(engine.containers().labelled(List.of(Labels.ofRun(runId)))).hasSize(2);
        assertThat(engine.images().labelled(Labels.ofRun(runId))).isEmpty();
    }

    @Test
    @Order(3)
    void aRunWhoseDriverHasStoppedIsFailed() throws IOException {
        engine.containers().kill(containerId("driver"));

        assertThat(listed().path("state").asText()).isEqualTo("FAILED");
        assertThat(run("exec", runId, "--shell", "true").exitCode()).isEqualTo(2);
    }

    @Test
    @Order(4)
    void stopRemovesEverythingButTheRecording() {
        Run run = run("stop", runId);

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEqualTo("Stopped " + runId + ": removed 2 containers, 1 network.\n");
        assertThat(engine.containers().labelled(List.of(Labels.ofRun(runId)))).isEmpty();
        assertThat(engine.networks().labelled(List.of(Labels.ofRun(runId)))).isEmpty();
        assertThat(run("events", runId).exitCode()).isZero();
    }

    private JsonNode listed() throws IOException {
        for (JsonNode run :
                new ObjectMapper().readTree(run("ps", "--json").out()).path("runs")) {
            if (run.path("run_id").asText().equals(runId)) {
                return run;
            }
        }
        throw new AssertionError("[nodestart ps] does not list " + runId);
    }

    private String containerId(String node) throws IOException {
        for (JsonNode some : listed().path("nodes")) {
            if (some.path("name").asText().equals(node)) {
                return some.path("container_id").asText();
            }
        }
        throw new AssertionError("There is no node " + node);
    }

    private int shell(String containerId, String input, ByteArrayOutputStream out) {
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(print, print, false, environment);
        return new NodeShell(engine, terminal, new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)))
                .run(containerId);
    }

    private Run run(String... arguments) {
        return Run.of(environment, arguments);
    }
}
