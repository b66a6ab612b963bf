package dev.nodestart.emulator.launch;

import dev.nodestart.emulator.engine.ContainerRequest;
import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.engine.EngineException;
import java.io.Closeable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * A container with the file system of a node that has stopped, to look inside: nothing of the node
 * runs in it, and unless asked for it has no network. Closing it removes all of it.
 *
 * <p>It carries the run's label, so that {@code prune} and {@code stop} find it where its process is killed.
 */
public final class NodeCopy implements Closeable {
    private final Engine engine;
    private final String image;
    private String container = "";

    private NodeCopy(Engine engine, String image) {
        this.engine = engine;
        this.image = image;
    }

    /**
     * Makes the copy, with a shell that waits.
     *
     * @throws HarnessException where the image has no {@code /bin/sh}
     */
    public static NodeCopy of(Engine engine, ClusterRun run, ClusterRun.Node node) {
        return of(engine, run, node, "none", "");
    }

    /**
     * Makes the copy on the run's own network, where that is still there.
     *
     * @param ip the node's address; empty to let the engine choose
     * @throws HarnessException where the image has no {@code /bin/sh}
     */
    public static NodeCopy onItsNetwork(Engine engine, ClusterRun run, ClusterRun.Node node, String ip) {
        return engine.networks().labelled(List.of(Labels.ofRun(run.runId()))).stream()
                .findFirst()
                .map(network -> of(engine, run, node, network.id(), ip))
                .orElseGet(() -> of(engine, run, node));
    }

    /**
     * Makes the copy on the run's own network, where that is still there, with a program in it that does not come from
     * the image, which needs no {@code /bin/sh} then.
     *
     * @param ip the node's address; empty to let the engine choose
     * @param archive the program as a tar archive, unpacked at the root of the copy alone
     * @param command the program and its arguments
     * @throws HarnessException where the program does not start
     */
    public static NodeCopy withProgram(
            Engine engine, ClusterRun run, ClusterRun.Node node, String ip, byte[] archive, List<String> command) {
        return engine.networks().labelled(List.of(Labels.ofRun(run.runId()))).stream()
                .findFirst()
                .map(network -> of(engine, run, node, network.id(), ip, archive, command))
                .orElseGet(() -> of(engine, run, node, "none", "", archive, command));
    }

    private static NodeCopy of(Engine engine, ClusterRun run, ClusterRun.Node node, String network, String ip) {
        return of(engine, run, node, network, ip, new byte[0], List.of("/bin/sh"));
    }

    private static NodeCopy of(
            Engine engine,
            ClusterRun run,
            ClusterRun.Node node,
            String network,
            String ip,
            byte[] archive,
            List<String> command) {
        NodeCopy copy = new NodeCopy(engine, engine.containers().commit(node.containerId()));
        try {
            copy.start(run, node, network, ip, archive, command);
            return copy;
        } catch (RuntimeException e) {
            copy.close();
            throw e;
        }
    }

    private void start(
            ClusterRun run, ClusterRun.Node node, String network, String ip, byte[] archive, List<String> command) {
        // the image has the node's labels: without its name the copy is no node of the run
        Map<String, String> labels = new HashMap<>();
        labels.put(Labels.RUN, run.runId());
        labels.put(Labels.NODE, "");
        container = engine.containers()
                .create(new ContainerRequest(
                        "nodestart-look-" + image.substring(image.indexOf(':') + 1, image.indexOf(':') + 13),
                        image,
                        node.hostName(),
                        command,
                        network,
                        ip,
                        labels,
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        "0:0",
                        false));
        try {
            if (archive.length > 0) {
                engine.containers().putArchive(container, "/", archive);
            }
            engine.containers().start(container);
        } catch (EngineException e) {
            throw new HarnessException(
                    "No shell can be opened in the node [" + node.name() + "]: its image has no working ["
                            + command.get(0) + "] ("
                            + e.reason() + ").",
                    e);
        }
    }

    /** The engine's id of the container. */
    public String containerId() {
        return container;
    }

    @Override
    public void close() {
        if (!container.isEmpty()) {
            engine.containers().remove(container);
        }
        engine.images().remove(image, true);
    }
}
