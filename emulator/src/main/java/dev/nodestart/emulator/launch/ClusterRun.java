package dev.nodestart.emulator.launch;

import dev.nodestart.emulator.model.NodeRole;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A run of which there are containers on an engine.
 *
 * @param runId names the run
 * @param clusterId in the platform's form
 * @param state how it is
 * @param image as its user named it
 * @param sparkVersion the runtime key
 * @param user who started it
 * @param detached whether it outlives the command that started it
 * @param created when its first container was made
 * @param recording its folder on the machine that started it, empty where its labels name none
 * @param nodes driver first
 */
public record ClusterRun(
        String runId,
        String clusterId,
        State state,
        String image,
        String sparkVersion,
        String user,
        boolean detached,
        Instant created,
        Optional<Path> recording,
        List<Node> nodes) {

    /** How a run is. */
    public enum State {
        /** Its launch goes on. */
        STARTING,
        /** Its driver's container runs, and its launch ended well. */
        RUNNING,
        /** Its launch failed and was kept, or its driver's container has stopped since. */
        FAILED
    }

    /**
     * One node of it.
     *
     * @param name {@code driver}, {@code worker-1}, …
     * @param role driver or worker
     * @param containerId the engine's id
     * @param containerState such as {@code running} or {@code exited}
     * @param ip its address on the cluster's network, empty where not known
     * @param hostName in the platform's form, empty where not known
     */
    public record Node(
            String name, NodeRole role, String containerId, String containerState, String ip, String hostName) {
        /** Whether commands can be run in it. */
        public boolean running() {
            return containerState.equals("running");
        }
    }

    /** The driver, empty where its container was removed. */
    public Optional<Node> driver() {
        return node("driver");
    }

    /** A node by its name. */
    public Optional<Node> node(String name) {
        return nodes.stream().filter(node -> node.name().equals(name)).findFirst();
    }
}
