package dev.nodestart.emulator.launch;

import dev.nodestart.emulator.engine.ContainerRequest;
import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.engine.EngineException;
import java.io.Closeable;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * A container with the file system of a node that has stopped, to look inside: it has no network, and nothing of the
 * node runs in it. Closing it removes all of it.
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
        NodeCopy copy = new NodeCopy(engine, engine.containers().commit(node.containerId()));
        try {
            copy.start(run, node);
            return copy;
        } catch (RuntimeException e) {
            copy.close();
            throw e;
        }
    }

    private void start(ClusterRun run, ClusterRun.Node node) {
        // the image has the node's labels: without its name the copy is no node of the run
        Map<String, String> labels = new HashMap<>();
        labels.put(Labels.RUN, run.runId());
        labels.put(Labels.NODE, "");
        container = engine.containers()
                .create(new ContainerRequest(
                        "nodestart-look-" + image.substring(image.indexOf(':') + 1, image.indexOf(':') + 13),
                        image,
                        node.hostName(),
                        java.util.List.of("/bin/sh"),
                        "none",
                        "",
                        labels,
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        "0:0",
                        false));
        try {
            engine.containers().start(container);
        } catch (EngineException e) {
            throw new HarnessException(
                    "No shell can be opened in the node [" + node.name() + "]: its image has no working [/bin/sh] ("
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
