package dev.nodestart.conformance.junit;

import com.github.dockerjava.core.LocalDirectorySSLConfig;
import dev.nodestart.emulator.engine.EngineUnavailableException;
import dev.nodestart.emulator.host.EngineLocation;
import dev.nodestart.emulator.host.EngineLocator;
import dev.nodestart.emulator.host.PingProbe;
import dev.nodestart.emulator.launch.EngineAccess;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.dockerclient.TransportConfig;

/**
 * The engine that Testcontainers would use, so that its settings apply here too. Only its search is used: it starts no
 * container and pulls no image. What it does not look for, Podman's socket, is found as the command line finds it.
 */
final class TestcontainersEngine {
    private TestcontainersEngine() {}

    /**
     * Connects.
     *
     * @throws NoEngineException where no engine answers
     */
    static EngineAccess connect() {
        Optional<TransportConfig> found = find();
        try {
            if (found.isPresent()) {
                return EngineAccess.connect(found.get().getDockerHost(), certificates(found.get()));
            }
            EngineLocation location =
                    new EngineLocator(System.getenv(), home(), new PingProbe(Duration.ofSeconds(3))).locate();
            if (location instanceof EngineLocation.Found usual) {
                return EngineAccess.connect(
                        URI.create(usual.address().host()), usual.address().tlsFolder());
            }
            throw new NoEngineException(location);
        } catch (EngineUnavailableException e) {
            throw new NoEngineException(e);
        }
    }

    private static Optional<TransportConfig> find() {
        DockerClientFactory factory = DockerClientFactory.instance();
        // it searches without a lock of its own
        synchronized (factory) {
            try {
                return Optional.of(factory.getTransportConfig());
            } catch (IllegalStateException e) {
                return Optional.empty();
            }
        }
    }

    private static Optional<Path> certificates(TransportConfig config) {
        return config.getSslConfig() instanceof LocalDirectorySSLConfig folder
                ? Optional.of(Path.of(folder.getDockerCertPath()))
                : Optional.empty();
    }

    private static Path home() {
        return Path.of(System.getProperty("user.home"));
    }
}
