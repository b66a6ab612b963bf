package dev.nodestart.emulator.host;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a container engine listens.
 *
 * @param host in Docker's own form, such as {@code unix:///var/run/docker.sock} or {@code tcp://build:2376}
 * @param tlsFolder folder with {@code ca.pem}, {@code cert.pem} and {@code key.pem}, empty for a plain connection
 * @param foundBy what named this address, for people: {@code DOCKER_HOST}, {@code Docker context [lab]}, {@code socket}
 */
public record EngineAddress(String host, Optional<Path> tlsFolder, String foundBy) {

    private static final String UNIX = "unix://";

    static EngineAddress socket(Path socket, String foundBy) {
        return new EngineAddress(UNIX + socket, Optional.empty(), foundBy);
    }

    /** Returns the path of the socket, empty for an engine that is reached over the network. */
    public Optional<Path> socket() {
        return host.startsWith(UNIX) ? Optional.of(Path.of(host.substring(UNIX.length()))) : Optional.empty();
    }
}
