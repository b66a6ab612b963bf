package dev.nodestart.emulator.launch;

import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.model.NodeInfo;
import dev.nodestart.emulator.node.EngineNode;
import dev.nodestart.emulator.node.RunningNode;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * An engine that answers, and how to reach it again from another process.
 *
 * @param engine the connection
 * @param address where it is
 * @param certificates folder with the client's TLS files
 */
public record EngineAccess(Engine engine, URI address, Optional<Path> certificates) {
    /** Connects to an engine. */
    public static EngineAccess connect(URI address, Optional<Path> certificates) {
        return new EngineAccess(Engine.connect(address, certificates), address, certificates);
    }

    /** The ways into a node that has its container; to be closed by the caller. */
    public RunningNode open(NodeInfo node) {
        return new EngineNode(engine, node.containerId());
    }
}
