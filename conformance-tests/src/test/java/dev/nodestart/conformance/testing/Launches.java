package dev.nodestart.conformance.testing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nodestart.emulator.model.ClusterEvent;
import dev.nodestart.emulator.model.ImageInfo;
import dev.nodestart.emulator.model.InitScriptRun;
import dev.nodestart.emulator.model.InitScriptStatus;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.model.NodeInfo;
import dev.nodestart.emulator.model.NodeRole;
import dev.nodestart.emulator.model.OverlayEntry;
import dev.nodestart.emulator.model.Stage;
import dev.nodestart.emulator.model.StageOutcome;
import dev.nodestart.emulator.model.StageRun;
import dev.nodestart.emulator.model.TerminationReason;
import dev.nodestart.emulator.model.TerminationType;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Launches for tests: one that runs, one that does not boot, one of which nothing is known. */
public final class Launches {

    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
    private static final String CLUSTER = "1122-100000-abcdefgh";

    private Launches() {}

    public static Launch running(int workers) {
        List<StageRun> stages = new ArrayList<>(cluster());
        List<NodeInfo> nodes = nodes(workers);
        nodes.forEach(node -> stages.addAll(
                start(node.name(), StageOutcome.OK, "").subList(0, node.role() == NodeRole.DRIVER ? 6 : 5)));
        return launch(Launch.State.RUNNING, nodes, stages);
    }

    /** Another line and spec; none of the image's files meets the runtime's. */
    public static Launch withLine(String line, String sparkVersion, ObjectNode spec) {
        Launch launch = running(0);
        return new Launch(
                launch.runId(),
                launch.clusterId(),
                START,
                spec,
                sparkVersion,
                line,
                launch.image(),
                launch.state(),
                launch.termination(),
                launch.stateMessage(),
                launch.trouble(),
                launch.nodes(),
                launch.stages(),
                launch.events(),
                launch.initScripts(),
                List.of(),
                launch.notes(),
                launch.recording());
    }

    public static Launch withImage(Launch launch, ImageInfo image) {
        return changed(launch, Optional.of(image), launch.overlay());
    }

    /** An image with these variables, none of whose files meets the runtime's. */
    public static Launch withEnv(Map<String, String> env) {
        return changed(running(0), Optional.of(image(env, Map.of())), List.of());
    }

    public static Launch withOverlay(List<OverlayEntry> overlay) {
        return changed(running(0), running(0).image(), overlay);
    }

    private static Launch changed(Launch launch, Optional<ImageInfo> image, List<OverlayEntry> overlay) {
        return new Launch(
                launch.runId(),
                launch.clusterId(),
                START,
                launch.spec(),
                launch.sparkVersion(),
                launch.line(),
                image,
                launch.state(),
                launch.termination(),
                launch.stateMessage(),
                launch.trouble(),
                launch.nodes(),
                launch.stages(),
                launch.events(),
                launch.initScripts(),
                overlay,
                launch.notes(),
                launch.recording());
    }

    public static Launch notBooting() {
        List<StageRun> stages = new ArrayList<>(cluster());
        String cause = "java.io.IOException: Cannot run program \"virtualenv\" (in directory"
                + " \"/local_disk0/.ephemeral_nfs/cluster_libraries\"): error=2, No such file or directory";
        stages.addAll(start("driver", StageOutcome.FAILED, "Driver down cause: " + cause)
                .subList(0, 5));
        Launch launch = launch(Launch.State.TERMINATED, nodes(0), stages);
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("instance_id", "i-0123456789abcdef0");
        parameters.put("databricks_error_message", "Internal error message: Spark error: Driver down cause: " + cause);
        return new Launch(
                launch.runId(),
                launch.clusterId(),
                START,
                launch.spec(),
                launch.sparkVersion(),
                launch.line(),
                launch.image(),
                launch.state(),
                Optional.of(new TerminationReason("SPARK_ERROR", TerminationType.CLIENT_ERROR, parameters)),
                Optional.of("Spark error. instance_id: i-0123456789abcdef0, databricks_error_message: "
                        + parameters.get("databricks_error_message")),
                Optional.empty(),
                launch.nodes(),
                launch.stages(),
                launch.events(),
                launch.initScripts(),
                launch.overlay(),
                launch.notes(),
                launch.recording());
    }

    public static Launch inconclusive() {
        ObjectNode spec = spec();
        return new Launch(
                "run-3",
                CLUSTER,
                START,
                spec,
                "15.9.x-scala2.12",
                "15.4",
                Optional.empty(),
                Launch.State.INCONCLUSIVE,
                Optional.empty(),
                Optional.empty(),
                Optional.of(
                        "the engine at [unix:///var/run/docker.sock] stopped answering while the image was pulled."),
                List.of(),
                List.of(stage("cluster", Stage.VALIDATE, 0, 2, StageOutcome.OK, "")),
                List.of(),
                List.of(),
                List.of(),
                List.of("DBR line [15.9] is not known; the nearest one, [15.4], was taken."),
                Path.of("runs/run-3"));
    }

    public static ObjectNode spec() {
        ObjectNode spec = JsonNodeFactory.instance.objectNode();
        spec.put("spark_version", "15.4.x-scala2.12");
        spec.putObject("docker_image").put("url", "registry.example/team/etl:1.4");
        spec.putObject("spark_env_vars").put("JNAME", "java-17-openjdk-amd64").put("GREETING", "good night");
        return spec;
    }

    public static ImageInfo image(Map<String, String> env, Map<String, String> labels) {
        return new ImageInfo(
                "registry.example/team/etl:1.4",
                "sha256:" + "1".repeat(64),
                Optional.of("sha256:" + "2".repeat(64)),
                "linux",
                "amd64",
                1_234_567_890L,
                "root",
                List.of("/entry.sh"),
                List.of("serve", "--all"),
                env,
                labels);
    }

    private static Launch launch(Launch.State state, List<NodeInfo> nodes, List<StageRun> stages) {
        ObjectNode details = JsonNodeFactory.instance.objectNode().put("user", "nodestart");
        return new Launch(
                "run-1",
                CLUSTER,
                START,
                spec(),
                "15.4.x-scala2.12",
                "15.4",
                Optional.of(image(Map.of("USER", "root"), Map.of())),
                state,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                nodes,
                stages,
                List.of(new ClusterEvent(CLUSTER, START, "CREATING", details)),
                List.of(
                                script("driver", InitScriptStatus.SUCCEEDED, Optional.empty()),
                                script("worker-1", InitScriptStatus.SUCCEEDED, Optional.empty()))
                        .subList(0, nodes.size() > 1 ? 2 : 1),
                List.of(
                        new OverlayEntry("/databricks/spark/conf/spark-env.sh", OverlayEntry.Fate.OVERRIDDEN),
                        new OverlayEntry("/databricks/driver/conf/00-custom.conf", OverlayEntry.Fate.KEPT)),
                List.of("The node type's 30.5 GiB of memory were clamped to the 8 GiB that this machine has."),
                Path.of("runs/run-1"));
    }

    public static InitScriptRun script(String node, InitScriptStatus status, Optional<String> error) {
        return new InitScriptRun(
                node,
                false,
                "workspace:/Shared/tools.sh",
                status,
                OptionalInt.of(status == InitScriptStatus.SUCCEEDED ? 0 : 1),
                Duration.ofMillis(310),
                error,
                "tools.sh");
    }

    private static List<NodeInfo> nodes(int workers) {
        List<NodeInfo> nodes = new ArrayList<>();
        nodes.add(new NodeInfo("driver", NodeRole.DRIVER, "i-0", "c0", "10.0.0.2", CLUSTER + "-10-0-0-2"));
        for (int i = 1; i <= workers; i++) {
            nodes.add(new NodeInfo("worker-" + i, NodeRole.WORKER, "i-" + i, "c" + i, "10.0.0.9", "host-" + i));
        }
        return nodes;
    }

    private static List<StageRun> cluster() {
        return List.of(
                stage("cluster", Stage.VALIDATE, 0, 2, StageOutcome.OK, ""),
                stage("cluster", Stage.ACQUIRE_INSTANCE, 2, 60, StageOutcome.OK, ""),
                stage("cluster", Stage.PULL_IMAGE, 62, 0, StageOutcome.SKIPPED, "the image is already here"));
    }

    private static List<StageRun> start(String node, StageOutcome sparkOutcome, String detail) {
        return List.of(
                stage(node, Stage.CREATE_CONTAINER, 62, 90, StageOutcome.OK, ""),
                stage(node, Stage.INJECT_RUNTIME, 152, 50, StageOutcome.OK, ""),
                stage(node, Stage.START_CONTAINER, 202, 250, StageOutcome.OK, ""),
                stage(node, Stage.INIT_SCRIPTS, 452, 310, StageOutcome.OK, ""),
                stage(node, Stage.START_SPARK, 762, 1100, sparkOutcome, detail),
                stage(node, Stage.RUNNING, 1862, 1, StageOutcome.OK, ""));
    }

    private static StageRun stage(
            String node, Stage stage, long startMillis, long millis, StageOutcome outcome, String detail) {
        return new StageRun(node, stage, START.plusMillis(startMillis), Duration.ofMillis(millis), outcome, detail);
    }
}
