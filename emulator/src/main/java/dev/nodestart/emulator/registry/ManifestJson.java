package dev.nodestart.emulator.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Reads manifests, indexes and image configurations (Docker's schema 1 and 2, OCI). Pure. */
final class ManifestJson {

    private static final String DOCKER_LIST = "application/vnd.docker.distribution.manifest.list.v2+json";
    private static final String DOCKER_MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";
    private static final String OCI_INDEX = "application/vnd.oci.image.index.v1+json";
    private static final String OCI_MANIFEST = "application/vnd.oci.image.manifest.v1+json";
    private static final String SCHEMA_1 = "application/vnd.docker.distribution.manifest.v1+prettyjws";

    static final String ACCEPT = String.join(", ", OCI_INDEX, DOCKER_LIST, OCI_MANIFEST, DOCKER_MANIFEST, SCHEMA_1);

    private static final ObjectMapper JSON = new ObjectMapper();

    /** One entry of an index. */
    record Entry(Platform platform, String digest) {}

    private ManifestJson() {}

    static JsonNode parse(byte[] body) throws PullException {
        try {
            JsonNode node = JSON.readTree(new String(body, StandardCharsets.UTF_8));
            if (node != null && node.isObject()) {
                return node;
            }
            throw new PullException(PullFailureKind.TRUNCATED, "the registry's answer is not a JSON object");
        } catch (JsonProcessingException exception) {
            throw new PullException(
                    PullFailureKind.TRUNCATED, "the registry's answer is not JSON: " + exception.getOriginalMessage());
        }
    }

    /** What the document says it is, else what its shape says: OCI does not ask for a media type inside. */
    static String mediaType(JsonNode manifest, String contentType) {
        String inside = manifest.path("mediaType").asText();
        if (!inside.isEmpty()) {
            return inside;
        }
        if (manifest.path("schemaVersion").asInt() == 1) {
            return SCHEMA_1;
        }
        if (contentType.contains("vnd.")) {
            return contentType.split(";", 2)[0].strip();
        }
        return manifest.has("manifests") ? OCI_INDEX : OCI_MANIFEST;
    }

    static boolean isIndex(JsonNode manifest) {
        return manifest.path("manifests").isArray();
    }

    static boolean isSchema1(JsonNode manifest) {
        return manifest.path("schemaVersion").asInt() == 1;
    }

    /** The platforms of an index; what is no platform, such as a build attestation, is left out. */
    static List<Entry> entries(JsonNode index) {
        List<Entry> entries = new ArrayList<>();
        for (JsonNode entry : index.path("manifests")) {
            Platform platform = platform(entry.path("platform"));
            if (!platform.os().isEmpty() && !platform.os().equals("unknown")) {
                entries.add(new Entry(platform, entry.path("digest").asText()));
            }
        }
        return entries;
    }

    /** The entry for a node: one without a variant before one with. */
    static Optional<Entry> chosen(List<Entry> entries) {
        List<Entry> fitting =
                entries.stream().filter(entry -> entry.platform().runsOnNode()).toList();
        return fitting.stream()
                .filter(entry -> entry.platform().variant().isEmpty())
                .findFirst()
                .or(() -> fitting.stream().findFirst());
    }

    /** The system and processor of a configuration or of a schema 1 manifest; what is missing is a node's. */
    static Platform platformOfConfig(JsonNode config) {
        Platform written = platform(config);
        return new Platform(
                written.os().isEmpty() ? Platform.NODE.os() : written.os(),
                written.architecture().isEmpty() ? Platform.NODE.architecture() : written.architecture(),
                written.variant());
    }

    static List<Long> layerSizes(JsonNode manifest) {
        List<Long> sizes = new ArrayList<>();
        manifest.path("layers").forEach(layer -> sizes.add(layer.path("size").asLong()));
        return sizes;
    }

    /** The digest of the configuration; fails where the manifest is not that of a container image. */
    static String configDigest(JsonNode manifest) throws PullException {
        String type = manifest.path("config").path("mediaType").asText();
        if (!type.contains("container.image") && !type.contains("oci.image.config")) {
            throw new PullException(PullFailureKind.NOT_AN_IMAGE, "config media type [" + type + "]");
        }
        return manifest.path("config").path("digest").asText();
    }

    static String digestOf(byte[] body) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException exception) {
            throw new IllegalStateException("Every Java has SHA-256.", exception);
        }
    }

    private static Platform platform(JsonNode node) {
        return new Platform(
                node.path("os").asText(),
                node.path("architecture").asText(),
                node.path("variant").asText());
    }
}
