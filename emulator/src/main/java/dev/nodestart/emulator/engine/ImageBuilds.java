package dev.nodestart.emulator.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Calls that make images in more than one step: builds with stages, flattening, and clearing away what they leave. */
public final class ImageBuilds {
    private static final Map<String, String> TAR = Map.of("Content-Type", "application/x-tar");

    private static final String FLATTENS = "dev.nodestart.flattens";

    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");

    private final EngineHttp http;

    ImageBuilds(EngineHttp http) {
        this.http = http;
    }

    /**
     * Builds an image with the engine's classic builder, in the engine's own network.
     *
     * @param context tar archive of the build context
     * @param tag the image's name
     * @param target the stage to end with, built anew so that its output is whole; empty for the last one
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
                + target.map(stage -> "&nocache=1&target=" + EngineHttp.encode(stage))
                        .orElse("");
        // the builder's pieces end where they end, and its errors are red
        StringBuilder rest = new StringBuilder();
        try {
            http.stream(path, TAR, EngineHttp.Body.stream(context, ""), piece -> {
                rest.append(COLOUR.matcher(piece.path("stream").asText("")).replaceAll(""));
                for (int end = rest.indexOf("\n"); end >= 0; end = rest.indexOf("\n")) {
                    tell(rest.substring(0, end), log);
                    rest.delete(0, end + 1);
                }
            });
        } finally {
            tell(rest.toString(), log);
        }
    }

    private static void tell(String line, Consumer<String> log) {
        if (!line.isBlank()) {
            log.accept(line.stripTrailing());
        }
    }

    /** Makes an image of one layer, without settings or history, of another image's files. */
    public void flatten(String image, String repository, String tag) {
        // a process that was killed here left its container, and that would hold the image
        http.post("/containers/prune?filters=" + EngineHttp.labelFilter(List.of(FLATTENS + "=" + image)));
        String container = container(image);
        try (Response files =
                http.open(Request.Method.GET, "/containers/" + container + "/export", Map.of(), EngineHttp.Body.NONE)) {
            String path =
                    "/images/create?fromSrc=-&repo=" + EngineHttp.encode(repository) + "&tag=" + EngineHttp.encode(tag);
            http.stream(path, TAR, EngineHttp.Body.stream(files.getBody(), ""), line -> {});
        } finally {
            http.delete("/containers/" + container + "?force=true&v=true");
        }
    }

    /** A container that never runs: its files are the image's. */
    String container(String image) {
        ObjectNode config = EngineHttp.object();
        config.put("Image", image).putArray("Cmd").add("none");
        config.putObject("Labels").put(FLATTENS, image);
        return http.post("/containers/create", config).path("Id").asText();
    }

    /** Removes the images without a name that carry a label, and their parents without a name. */
    public void removeUntagged(String label) {
        ObjectNode filter = EngineHttp.object();
        filter.putArray("dangling").add("true");
        filter.putArray("label").add(label);
        http.post("/images/prune?filters=" + EngineHttp.encode(filter.toString()));
    }
}
