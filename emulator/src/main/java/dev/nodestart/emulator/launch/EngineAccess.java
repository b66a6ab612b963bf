package dev.nodestart.emulator.launch;

import dev.nodestart.emulator.engine.Engine;
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
}
