package dev.nodestart.emulator.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Docker's contexts, as its command line stores them below {@code ~/.docker}. */
final class DockerContexts {

    private final Path configFolder;

    DockerContexts(Path configFolder) {
        this.configFolder = configFolder;
    }

    /** Returns the engine of the named context, else of the current one; empty for Docker's built-in default. */
    Optional<EngineAddress> chosen(Optional<String> named) throws ContextProblem {
        String name = named.isPresent() ? named.get() : currentContext();
        return name.isEmpty() || name.equals("default") ? Optional.empty() : Optional.of(read(name));
    }

    private String currentContext() throws ContextProblem {
        Path config = configFolder.resolve("config.json");
        return Files.isReadable(config) ? json(config).path("currentContext").asText("") : "";
    }

    private EngineAddress read(String name) throws ContextProblem {
        String folder = sha256(name);
        Path meta = configFolder.resolve("contexts/meta").resolve(folder).resolve("meta.json");
        if (!Files.isReadable(meta)) {
            throw new ContextProblem(
                    "The Docker context [%s] is chosen, but it is not there: [%s] cannot be read. Choose another one with [docker context use default], or unset DOCKER_CONTEXT."
                            .formatted(name, meta));
        }
        String host = json(meta).path("Endpoints").path("docker").path("Host").asText("");
        if (host.isEmpty()) {
            throw new ContextProblem(
                    "The Docker context [%s] names no engine: [%s] has no Endpoints.docker.Host. Choose another one with [docker context use default]."
                            .formatted(name, meta));
        }
        Path tls = configFolder.resolve("contexts/tls").resolve(folder).resolve("docker");
        return new EngineAddress(
                host,
                Files.isDirectory(tls) ? Optional.of(tls) : Optional.empty(),
                "the Docker context [%s]".formatted(name));
    }

    private static JsonNode json(Path file) throws ContextProblem {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new ContextProblem(
                    "Docker's settings in [%s] cannot be read: they are not valid JSON. Repair or remove the file."
                            .formatted(file));
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** A context was chosen that cannot be used; the message is for people. */
    static final class ContextProblem extends Exception {
        private final String sentence;

        ContextProblem(String sentence) {
            super(sentence);
            this.sentence = sentence;
        }

        @Override
        public String getMessage() {
            return sentence;
        }
    }
}
