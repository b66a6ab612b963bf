package dev.nodestart.emulator.registry;

import com.google.cloud.tools.jib.api.Credential;
import com.google.cloud.tools.jib.registry.credentials.DockerConfigCredentialRetriever;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** The credentials that {@code docker login} or {@code podman login} left behind, credential helpers included. */
public final class UserCredentials {

    private static final Duration HELPER_LIMIT = Duration.ofSeconds(20);

    private final List<Path> configFiles;
    private final Consumer<String> warnings;
    private final Duration helperLimit;

    UserCredentials(List<Path> configFiles, Consumer<String> warnings, Duration helperLimit) {
        this.configFiles = List.copyOf(configFiles);
        this.warnings = warnings;
        this.helperLimit = helperLimit;
    }

    /**
     * The files that Docker, then Podman read: {@code DOCKER_CONFIG} or {@code ~/.docker}, {@code REGISTRY_AUTH_FILE}
     * or {@code XDG_RUNTIME_DIR}.
     *
     * @param environment the environment variables
     * @param home the user's home folder
     * @param warnings takes a sentence for each file or helper that could not be used
     */
    public static UserCredentials of(Map<String, String> environment, Path home, Consumer<String> warnings) {
        List<Path> files = new ArrayList<>();
        files.add(variable(environment, "DOCKER_CONFIG")
                .map(Path::of)
                .orElse(home.resolve(".docker"))
                .resolve("config.json"));
        variable(environment, "REGISTRY_AUTH_FILE")
                .map(Path::of)
                .or(() ->
                        variable(environment, "XDG_RUNTIME_DIR").map(folder -> Path.of(folder, "containers/auth.json")))
                .ifPresent(files::add);
        return new UserCredentials(files, warnings, HELPER_LIMIT);
    }

    /** None at all, for a launch that must not look at the user's files. */
    public static UserCredentials none() {
        return new UserCredentials(List.of(), warning -> {}, HELPER_LIMIT);
    }

    /** The credentials for the image's registry; empty where the user has none. */
    public Optional<Credentials> find(ImageReference reference) {
        return configFiles.stream()
                .filter(Files::isRegularFile)
                .flatMap(file -> read(file, reference).stream())
                .findFirst();
    }

    private Optional<Credentials> read(Path file, ImageReference reference) {
        var retriever = DockerConfigCredentialRetriever.create(reference.registry(), file);
        // jib's log lines may quote a helper's output, which can hold the secret
        Callable<Optional<Credential>> work = () -> retriever.retrieve(event -> {});
        FutureTask<Optional<Credential>> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "docker-credentials");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(helperLimit.toMillis(), TimeUnit.MILLISECONDS).flatMap(UserCredentials::convert);
        } catch (TimeoutException exception) {
            task.cancel(true);
            warnings.accept("The credential helper of [" + file + "] gave no answer for [" + reference.registry()
                    + "] in [" + helperLimit.toSeconds() + " s]; going on without credentials.");
        } catch (ExecutionException exception) {
            warnings.accept("The credentials in [" + file + "] cannot be read"
                    + (exception.getCause() instanceof IOException ? ", the file is not what docker login writes" : "")
                    + "; going on without them.");
        } catch (InterruptedException exception) {
            task.cancel(true);
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private static Optional<Credentials> convert(Credential credential) {
        if (credential.isOAuth2RefreshToken()) {
            return Optional.of(Credentials.ofIdentityToken(credential.getPassword()));
        }
        if (credential.getUsername().isEmpty() && credential.getPassword().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Credentials.basic(credential.getUsername(), credential.getPassword()));
    }

    private static Optional<String> variable(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }
}
