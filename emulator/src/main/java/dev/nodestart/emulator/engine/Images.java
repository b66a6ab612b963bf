package dev.nodestart.emulator.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.dockerjava.transport.DockerHttpClient.Request;
import dev.nodestart.emulator.model.ImageDetails;
import dev.nodestart.emulator.model.ImageHistory;
import dev.nodestart.emulator.model.ImageInfo;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Calls on images. */
public final class Images {
    private final EngineHttp http;

    Images(EngineHttp http) {
        this.http = http;
    }

    /** What the engine knows of an image, empty where it does not have it. */
    public Optional<ImageInfo> inspect(String reference) {
        try {
            return Optional.of(imageInfo(reference, http.get("/images/" + reference + "/json")));
        } catch (EngineException e) {
            if (e.isNotFound()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * Pulls an image.
     *
     * @param fromImage repository, with the registry's host where it has one
     * @param tag tag or digest
     * @param login the registry's credentials
     * @param progress is told every message of the engine while layers come
     * @throws EngineException with the engine's own text where the pull fails
     */
    public void pull(String fromImage, String tag, Optional<RegistryLogin> login, Consumer<PullMessage> progress) {
        String path = "/images/create?fromImage=" + EngineHttp.encode(fromImage) + "&tag=" + EngineHttp.encode(tag)
                + "&platform=linux%2Famd64";
        Map<String, String> headers =
                login.map(some -> Map.of("X-Registry-Auth", some.header())).orElse(Map.of());
        http.stream(path, headers, EngineHttp.Body.NONE, line -> progress.accept(PullMessage.from(line)));
    }

    /** Makes an image of a file system in a tar archive. */
    public void importTar(InputStream tar, String repository, String tag, List<String> changes) {
        StringBuilder path = new StringBuilder("/images/create?fromSrc=-&repo=")
                .append(EngineHttp.encode(repository))
                .append("&tag=")
                .append(EngineHttp.encode(tag));
        changes.forEach(change -> path.append("&changes=").append(EngineHttp.encode(change)));
        http.stream(
                path.toString(),
                Map.of("Content-Type", "application/x-tar"),
                EngineHttp.Body.stream(tar, ""),
                line -> {});
    }

    /** Removes an image; one that is not there is fine. */
    public void remove(String reference, boolean force) {
        try {
            http.discard(Request.Method.DELETE, "/images/" + reference + "?force=" + force, EngineHttp.Body.NONE);
        } catch (EngineException e) {
            if (!e.isNotFound()) {
                throw e;
            }
        }
    }

    /** Ids of the images that carry a label. */
    public List<String> labelled(String label) {
        List<String> found = new ArrayList<>();
        http.get("/images/json?filters=" + EngineHttp.labelFilter(List.of(label)))
                .forEach(image -> found.add(image.path("Id").asText()));
        return found;
    }

    /** Names of the images of a repository, such as {@code nodestart/sample:15.4}. */
    public List<String> named(String repository) {
        ObjectNode filter = EngineHttp.object();
        filter.putArray("reference").add(repository);
        List<String> found = new ArrayList<>();
        http.get("/images/json?filters=" + EngineHttp.encode(filter.toString()))
                .forEach(image -> found.addAll(EngineInfo.texts(image.path("RepoTags"))));
        return found;
    }

    /**
     * What checks ask of an image: two calls.
     *
     * @throws EngineException where the engine does not have it
     */
    public ImageDetails details(String id) {
        JsonNode json = http.get("/images/" + id + "/json");
        List<ImageHistory> history = new ArrayList<>();
        http.get("/images/" + id + "/history")
                .forEach(step -> history.add(
                        0,
                        new ImageHistory(
                                step.path("CreatedBy").asText(""),
                                step.path("Size").asLong())));
        return new ImageDetails(
                EngineInfo.texts(json.path("RepoTags")),
                volumes(json),
                json.path("Config").path("WorkingDir").asText(""),
                json.path("RootFS").path("Layers").size(),
                List.copyOf(history));
    }

    private static List<String> volumes(JsonNode json) {
        List<String> volumes = new ArrayList<>();
        json.path("Config").path("Volumes").fieldNames().forEachRemaining(volumes::add);
        return List.copyOf(volumes);
    }

    static ImageInfo imageInfo(String reference, JsonNode json) {
        JsonNode config = json.path("Config");
        Map<String, String> env = new LinkedHashMap<>();
        for (String assignment : EngineInfo.texts(config.path("Env"))) {
            int equals = assignment.indexOf('=');
            env.put(
                    equals < 0 ? assignment : assignment.substring(0, equals),
                    equals < 0 ? "" : assignment.substring(equals + 1));
        }
        Map<String, String> labels = new LinkedHashMap<>();
        config.path("Labels")
                .properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        return new ImageInfo(
                reference,
                json.path("Id").asText(),
                digest(EngineInfo.texts(json.path("RepoDigests"))),
                json.path("Os").asText(),
                json.path("Architecture").asText(),
                json.path("Size").asLong(),
                config.path("User").asText(""),
                EngineInfo.texts(config.path("Entrypoint")),
                EngineInfo.texts(config.path("Cmd")),
                env,
                labels,
                volumes(json));
    }

    private static Optional<String> digest(List<String> repoDigests) {
        return repoDigests.stream()
                .map(text -> text.substring(text.indexOf('@') + 1))
                .findFirst();
    }

    /**
     * Credentials for one registry; {@link #toString} hides the password.
     *
     * @param server the registry's host
     * @param username user name
     * @param password password or token
     * @param identityToken whether the password is an identity token
     */
    public record RegistryLogin(String server, String username, String password, boolean identityToken) {
        String header() {
            ObjectNode json = EngineHttp.object();
            json.put("serveraddress", server);
            if (identityToken) {
                json.put("identitytoken", password);
            } else {
                json.put("username", username).put("password", password);
            }
            return Base64.getUrlEncoder()
                    .encodeToString(json.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }

        @Override
        public String toString() {
            return "RegistryLogin[server=" + server + ", username=" + username + ", password=***]";
        }
    }

    /**
     * One message of the engine while it pulls.
     *
     * @param layer the layer's short id, empty for messages of the whole
     * @param status such as {@code Downloading}
     * @param current bytes so far
     * @param total bytes in all, 0 where unknown
     */
    public record PullMessage(String layer, String status, long current, long total) {
        static PullMessage from(JsonNode json) {
            JsonNode detail = json.path("progressDetail");
            return new PullMessage(
                    json.path("id").asText(""),
                    json.path("status").asText(""),
                    detail.path("current").asLong(),
                    detail.path("total").asLong());
        }
    }
}
