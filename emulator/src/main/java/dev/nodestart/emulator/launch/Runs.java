package dev.nodestart.emulator.launch;

import dev.nodestart.emulator.engine.Labelled;
import dev.nodestart.emulator.launch.ClusterRun.Node;
import dev.nodestart.emulator.launch.ClusterRun.State;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.model.NodeRole;
import dev.nodestart.emulator.model.StageOutcome;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Finds the runs of an engine in the labels of its containers. Pure. */
public final class Runs {
    private static final Comparator<Node> DRIVER_FIRST = Comparator.comparing(Node::role)
            .thenComparing(node -> node.name().length())
            .thenComparing(Node::name);

    private Runs() {}

    /**
     * The runs, newest first.
     *
     * @param containers containers with the label {@link Labels#RUN}; those without {@link Labels#NODE} are no nodes
     * @param recorded reads the recording in a folder, empty where it cannot
     */
    public static List<ClusterRun> of(List<Labelled> containers, Function<Path, Optional<Launch>> recorded) {
        Map<String, List<Labelled>> byRun = new LinkedHashMap<>();
        containers.stream()
                .filter(container ->
                        !container.labels().getOrDefault(Labels.NODE, "").isEmpty())
                .forEach(container ->
                        byRun.merge(container.labels().getOrDefault(Labels.RUN, ""), List.of(container), Runs::concat));
        return byRun.values().stream()
                .map(nodes -> run(nodes, recorded))
                .sorted(Comparator.comparing(ClusterRun::created)
                        .thenComparing(ClusterRun::runId)
                        .reversed())
                .toList();
    }

    private static List<Labelled> concat(List<Labelled> some, List<Labelled> more) {
        return java.util.stream.Stream.concat(some.stream(), more.stream()).toList();
    }

    private static ClusterRun run(List<Labelled> containers, Function<Path, Optional<Launch>> recorded) {
        Map<String, String> labels = containers.get(0).labels();
        Optional<Path> recording = Optional.of(labels.getOrDefault(Labels.RECORDING, ""))
                .filter(path -> !path.isEmpty())
                .map(Path::of);
        List<Node> nodes =
                containers.stream().map(Runs::node).sorted(DRIVER_FIRST).toList();
        return new ClusterRun(
                labels.getOrDefault(Labels.RUN, ""),
                labels.getOrDefault(Labels.CLUSTER, ""),
                state(nodes, recording.flatMap(recorded)),
                labels.getOrDefault(Labels.IMAGE, ""),
                labels.getOrDefault(Labels.SPARK_VERSION, ""),
                labels.getOrDefault(Labels.USER, ""),
                Boolean.parseBoolean(labels.getOrDefault(Labels.DETACHED, "false")),
                containers.stream()
                        .map(Labelled::created)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                recording,
                nodes);
    }

    private static Node node(Labelled container) {
        String name = container.labels().getOrDefault(Labels.NODE, "");
        String cluster = container.labels().getOrDefault(Labels.CLUSTER, "");
        return new Node(
                name,
                name.equals("driver") ? NodeRole.DRIVER : NodeRole.WORKER,
                container.id(),
                container.state(),
                container.ip(),
                // dcs.md §4.2
                container.ip().isEmpty() || cluster.isEmpty()
                        ? ""
                        : cluster + "-" + container.ip().replace('.', '-'));
    }

    /** A container alone does not tell whether its launch ended well: the recording does. */
    private static State state(List<Node> nodes, Optional<Launch> recorded) {
        Node driver = nodes.get(0);
        boolean failed = recorded.filter(Runs::failed).isPresent();
        if (failed || (!driver.running() && !driver.containerState().equals("created"))) {
            return State.FAILED;
        }
        if (driver.containerState().equals("created")
                || recorded.filter(launch -> launch.state() == Launch.State.INCONCLUSIVE)
                        .isPresent()) {
            return State.STARTING;
        }
        return State.RUNNING;
    }

    /** A launch that goes on is recorded as INCONCLUSIVE, without a stage that went wrong. */
    private static boolean failed(Launch launch) {
        return launch.state() == Launch.State.TERMINATED
                || launch.stages().stream()
                        .anyMatch(stage ->
                                stage.outcome() == StageOutcome.FAILED || stage.outcome() == StageOutcome.ERROR);
    }
}
