package dev.nodestart.emulator.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Calls that make images in more than one step: builds with stages, flattening, and clearing away what they leave. */
public final class ImageBuilds {
    private static final Map<String, String> TAR = Map.of("Content-Type", "application/x-tar");

    private final EngineHttp http;

    ImageBuilds(EngineHttp http) {
        this.http = http;
    }

    /**
     * Builds an image with the engine's classic builder, in the engine's own network.
     *
     * @param context tar archive of the build context
     * @param tag the image's name
     * @param target the stage to end with, empty for the last one
     * @param buildArgs values of ARG
     * @param log is told the builder's output
     */
    public void build(
            InputStream context,
            String tag,
            Optional<String> target,
            Map<String, String> buildArgs,
            Consumer<String> log) {
        ObjectNode args = EngineHttp.object();
        buildArgs.forEach(args::put);
        // The host's network reaches what the host reaches: a proxy on its loopback address, its name servers.
        String path = "/build?t=" + EngineHttp.encode(tag) + "&rm=1&forcerm=1&networkmode=host&buildargs="
                + EngineHttp.encode(args.toString())
                + target.map(stage -> "&target=" + EngineHttp.encode(stage)).orElse("");
        http.stream(path, TAR, EngineHttp.Body.stream(context, ""), line -> {
            for (String text : line.path("stream")
                    .asText("")
                    .lines()
                    .map(String::stripTrailing)
                    .toList()) {
                if (!text.isEmpty()) {
                    log.accept(text);
                }
            }
        });
    }

    /** Makes an image of one layer, without settings or history, of another image's files. */
    public void flatten(String image, String repository, String tag) {
        ObjectNode config = EngineHttp.object();
        config.put("Image", image).putArray("Cmd").add("none");
        String container = http.post("/containers/create", config).path("Id").asText();
        try (Response files =
                http.open(Request.Method.GET, "/containers/" + container + "/export", Map.of(), EngineHttp.Body.NONE)) {
            String path =
                    "/images/create?fromSrc=-&repo=" + EngineHttp.encode(repository) + "&tag=" + EngineHttp.encode(tag);
            http.stream(path, TAR, EngineHttp.Body.stream(files.getBody(), ""), line -> {});
        } finally {
            http.delete("/containers/" + container + "?force=true&v=true");
        }
    }

    /** Removes the images without a name that carry a label, and their parents without a name. */
    public void removeUntagged(String label) {
        ObjectNode filter = EngineHttp.object();
        filter.putArray("dangling").add("true");
        filter.putArray("label").add(label);
        http.post("/images/prune?filters=" + EngineHttp.encode(filter.toString()));
    }
}
