package dev.nodestart.conformance.junit;

import dev.nodestart.conformance.VerifyResult;
import dev.nodestart.emulator.launch.LaunchedCluster;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.node.RunningNode;
import java.util.List;
import java.util.Optional;

/** A cluster that was launched for tests. Safe for use by many threads; it is removed by who launched it. */
public final class Cluster {
    private final LaunchedCluster cluster;
    private final Verification verification;
    private final List<Node> nodes;
    private final OnlyOnce<RunningNode> driver = new OnlyOnce<>();
    private final OnlyOnce<VerifyResult> result = new OnlyOnce<>();

    Cluster(LaunchedCluster cluster, Verification verification) {
        this.cluster = cluster;
        this.verification = verification;
        this.nodes = cluster.launch().nodes().stream()
                .map(info -> new Node(this, info))
                .toList();
    }

    /** What came of the launch: stages, events, init scripts, termination reason. */
    public Launch launch() {
        return cluster.launch();
    }

    /**
     * The driver node.
     *
     * @throws AssertionError with the diagnosis, where the cluster does not run
     */
    public Node driver() {
        requireRunning();
        return nodes.get(0);
    }

    /**
     * The workers, in order.
     *
     * @throws AssertionError with the diagnosis, where the cluster does not run
     */
    public List<Node> workers() {
        requireRunning();
        return nodes.subList(1, nodes.size());
    }

    /** Runs the whole suite, the first time it is asked for, and says what works: verdict, capabilities, checks. */
    public VerifyResult verify() {
        return result.get(() -> verification.of(cluster));
    }

    /** Whether the cluster is RUNNING. */
    public boolean isRunning() {
        return launch().state() == Launch.State.RUNNING;
    }

    /** The suite's result as text for people: the verdict, what to fix, what happened. */
    public String report() {
        return NotRunning.message(verify());
    }

    /** Fails with the diagnosis where the cluster does not run. */
    void requireRunning() {
        if (!isRunning()) {
            throw NotRunning.of(verify());
        }
    }

    RunningNode open() {
        return driver.get(() -> cluster.openDriver().orElseThrow());
    }

    /** The suite's result, where somebody has asked for it. */
    Optional<VerifyResult> verified() {
        return result.known();
    }

    LaunchedCluster launched() {
        return cluster;
    }

    void close() {
        driver.ifPresent(RunningNode::close);
        cluster.close();
    }
}
