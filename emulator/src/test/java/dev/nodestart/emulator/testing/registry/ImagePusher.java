package dev.nodestart.emulator.testing.registry;

import dev.nodestart.emulator.registry.Credentials;
import dev.nodestart.emulator.registry.Platform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts made-up images into a registry over its HTTP API, so that no engine is needed. */
public final class ImagePusher {

    private static final Platform NODE = Platform.NODE;

    /**
     * What was pushed.
     *
     * @param repository such as {@code test/image}
     * @param tag the tag
     * @param digest of what the tag points to
     * @param layerDigests the layers of the first platform, base layer first
     * @param layerBytes their compressed sum
     */
    public record Pushed(String repository, String tag, String digest, List<String> layerDigests, long layerBytes) {}

    private record Uploaded(String digest, int size) {}

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI registry;
    private final Optional<Credentials> credentials;

    ImagePusher(URI registry, Optional<Credentials> credentials) {
        this.registry = registry;
        this.credentials = credentials;
    }

    /** A linux/amd64 image with one small layer. */
    public Pushed pushSmall(String repository, String tag) {
        return push(repository, tag, NODE, 1, 1_000, ManifestStyle.DOCKER);
    }

    /** An image for one platform, without an index; its layers differ with repository and tag. */
    public Pushed push(
            String repository, String tag, Platform platform, int layers, int bytesPerLayer, ManifestStyle style) {
        SyntheticImage image = image(repository, tag, platform, layers, bytesPerLayer);
        Uploaded manifest = upload(repository, tag, image, style);
        return pushed(repository, tag, manifest.digest(), image);
    }

    /** An index with an image for each platform. */
    public Pushed pushIndex(String repository, String tag, List<Platform> platforms, ManifestStyle style) {
        List<SyntheticImage> images = platforms.stream()
                .map(platform -> image(repository, tag + platform, platform, 2, 1_000))
                .toList();
        StringBuilder entries = new StringBuilder();
        for (int number = 0; number < images.size(); number++) {
            byte[] bytes = images.get(number).manifest(style);
            Uploaded manifest = upload(repository, SyntheticImage.sha256(bytes), images.get(number), style);
            entries.append(number == 0 ? "" : ",").append(entry(platforms.get(number), manifest, style));
        }
        String index =
                "{\"schemaVersion\":2,\"mediaType\":\"%s\",\"manifests\":[%s]}".formatted(style.indexType, entries);
        Uploaded uploaded = putManifest(repository, tag, style.indexType, index.getBytes(StandardCharsets.UTF_8));
        return pushed(repository, tag, uploaded.digest(), images.get(0));
    }

    /** Any bytes under any media type, for what is no image. */
    public String pushRaw(String repository, String tag, String mediaType, String document) {
        return putManifest(repository, tag, mediaType, document.getBytes(StandardCharsets.UTF_8))
                .digest();
    }

    /** A blob, whose digest is given back. */
    public String pushBlob(String repository, byte[] bytes) {
        SyntheticImage.Blob blob = SyntheticImage.Blob.of(bytes);
        putBlob(repository, blob);
        return blob.digest();
    }

    private static SyntheticImage image(String repository, String tag, Platform platform, int layers, int bytes) {
        return SyntheticImage.of(platform, layers, bytes, (repository + ":" + tag).hashCode());
    }

    private static Pushed pushed(String repository, String tag, String digest, SyntheticImage image) {
        return new Pushed(
                repository,
                tag,
                digest,
                image.layers().stream().map(SyntheticImage.Blob::digest).collect(Collectors.toList()),
                image.layers().stream().mapToLong(layer -> layer.bytes().length).sum());
    }

    private static String entry(Platform platform, Uploaded manifest, ManifestStyle style) {
        String variant = platform.variant().isEmpty() ? "" : ",\"variant\":\"" + platform.variant() + "\"";
        return """
                {"mediaType":"%s","digest":"%s","size":%d,"platform":{"os":"%s","architecture":"%s"%s}}""".formatted(
                        style.manifestType,
                        manifest.digest(),
                        manifest.size(),
                        platform.os(),
                        platform.architecture(),
                        variant);
    }

    private Uploaded upload(String repository, String tag, SyntheticImage image, ManifestStyle style) {
        image.blobs().forEach(blob -> putBlob(repository, blob));
        return putManifest(repository, tag, style.manifestType, image.manifest(style));
    }

    private void putBlob(String repository, SyntheticImage.Blob blob) {
        HttpResponse<String> begun =
                send(request("/v2/" + repository + "/blobs/uploads/").POST(BodyPublishers.noBody()), 202);
        String location = begun.headers().firstValue("Location").orElseThrow();
        String target = location + (location.contains("?") ? "&" : "?") + "digest=" + blob.digest();
        send(
                request(target)
                        .header("Content-Type", "application/octet-stream")
                        .PUT(BodyPublishers.ofByteArray(blob.bytes())),
                201);
    }

    private Uploaded putManifest(String repository, String tag, String mediaType, byte[] bytes) {
        send(
                request("/v2/" + repository + "/manifests/" + tag)
                        .header("Content-Type", mediaType)
                        .PUT(BodyPublishers.ofByteArray(bytes)),
                201);
        return new Uploaded(SyntheticImage.sha256(bytes), bytes.length);
    }

    private HttpRequest.Builder request(String target) {
        HttpRequest.Builder request = HttpRequest.newBuilder(registry.resolve(target));
        credentials.ifPresent(shown -> request.header(
                "Authorization",
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString(
                                        (shown.username() + ":" + shown.secret()).getBytes(StandardCharsets.UTF_8))));
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request, int expected) {
        HttpRequest built = request.build();
        try {
            HttpResponse<String> response = client.send(built, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != expected) {
                throw new IllegalStateException("The registry answered [" + response.statusCode() + "] to ["
                        + built.method() + " " + built.uri().getPath() + "]: " + response.body());
            }
            return response;
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(exception);
        }
    }
}
