package dev.nodestart.emulator.host;

import dev.nodestart.emulator.host.DockerContexts.ContextProblem;
import dev.nodestart.emulator.host.EngineLocation.Absent;
import dev.nodestart.emulator.host.EngineLocation.Found;
import dev.nodestart.emulator.host.EngineLocation.Refused;
import dev.nodestart.emulator.host.EngineLocation.Tried;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the engine where Docker's own tools find it: {@code DOCKER_HOST}, then the context, then the usual sockets;
 * after those, Podman's.
 */
public final class EngineLocator {

    private static final String SOCKET = "socket";

    private final Map<String, String> environment;
    private final Path home;
    private final EngineProbe probe;

    /**
     * Takes everything that the search depends on.
     *
     * @param environment environment variables of the user
     * @param home the user's home folder
     * @param probe asks an address whether an engine answers
     */
    public EngineLocator(Map<String, String> environment, Path home, EngineProbe probe) {
        this.environment = Map.copyOf(environment);
        this.home = home;
        this.probe = probe;
    }

    /** Looks for an engine; what the user chose is never replaced by something else. */
    public EngineLocation locate() {
        Optional<String> dockerHost = variable("DOCKER_HOST");
        if (dockerHost.isPresent()) {
            return locateChosen(
                    new EngineAddress(dockerHost.get(), tlsFolder(), "DOCKER_HOST"),
                    "unset DOCKER_HOST to use this machine's own engine");
        }
        DockerContexts contexts = new DockerContexts(configFolder());
        try {
            Optional<EngineAddress> chosen = contexts.chosen(variable("DOCKER_CONTEXT"));
            if (chosen.isPresent()) {
                return locateChosen(chosen.get(), "choose another one with [docker context use default]");
            }
        } catch (ContextProblem problem) {
            return new Refused(problem.getMessage());
        }
        return locateUsual();
    }

    private EngineLocation locateChosen(EngineAddress address, String wayOut) {
        if (address.host().startsWith("ssh://")) {
            return new Refused(
                    "The engine at [%s], chosen by %s, is reached over SSH, which Nodestart does not do: forward its socket with [ssh -L] and name that in DOCKER_HOST."
                            .formatted(address.host(), address.foundBy()));
        }
        Optional<String> problem = probe.problem(address);
        if (problem.isEmpty()) {
            return new Found(address);
        }
        return new Refused("The engine at [%s], chosen by %s, does not answer: %s. Start it, or %s."
                .formatted(address.host(), address.foundBy(), problem.get(), wayOut));
    }

    private EngineLocation locateUsual() {
        List<Tried> tried = new ArrayList<>();
        for (EngineAddress address : usualPlaces()) {
            Optional<String> problem = probe.problem(address);
            if (problem.isEmpty()) {
                return new Found(address);
            }
            tried.add(new Tried(address, problem.get()));
        }
        return new Absent(List.copyOf(tried));
    }

    private List<EngineAddress> usualPlaces() {
        Optional<Path> runtimeFolder = variable("XDG_RUNTIME_DIR").map(Path::of);
        List<EngineAddress> places = new ArrayList<>();
        places.add(EngineAddress.socket(Path.of("/var/run/docker.sock"), SOCKET));
        runtimeFolder.ifPresent(
                folder -> places.add(EngineAddress.socket(folder.resolve("docker.sock"), "rootless socket")));
        places.add(EngineAddress.socket(home.resolve(".docker/run/docker.sock"), "Docker Desktop's socket"));
        runtimeFolder.ifPresent(
                folder -> places.add(EngineAddress.socket(folder.resolve("podman/podman.sock"), "Podman's socket")));
        places.add(EngineAddress.socket(Path.of("/run/podman/podman.sock"), "Podman's socket"));
        return places;
    }

    private Optional<Path> tlsFolder() {
        if (variable("DOCKER_TLS_VERIFY").isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(variable("DOCKER_CERT_PATH").map(Path::of).orElseGet(this::configFolder));
    }

    private Path configFolder() {
        return variable("DOCKER_CONFIG").map(Path::of).orElse(home.resolve(".docker"));
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
