package dev.nodestart.emulator.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Asks a registry what an image is, before a layer is fetched. Its word is advice: the engine pulls, over its own
 * network, and may reach what is not reachable from here.
 *
 * <p>On Docker Hub each inspection counts as a pull. Safe for use by many threads.
 */
public final class RegistryInspector {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);

    private final Duration limit;
    private final ProxySelector proxies;
    private final LongSupplier nanoTime;

    RegistryInspector(Duration limit, ProxySelector proxies, LongSupplier nanoTime) {
        this.limit = limit;
        this.proxies = proxies;
        this.nanoTime = nanoTime;
    }

    /**
     * An inspector that goes through the proxies of the environment.
     *
     * @param limit time for one inspection, all requests together
     * @param environment the environment variables, for {@code HTTPS_PROXY} and its kin
     */
    public static RegistryInspector within(Duration limit, Map<String, String> environment) {
        return new RegistryInspector(limit, EnvironmentProxies.of(environment), System::nanoTime);
    }

    /**
     * Describes the image, or says why it cannot be pulled.
     *
     * @param credentials what to show where the registry asks for it
     * @param insecureAllowed whether the engine lists this registry as insecure; one on this machine always is
     */
    public Inspection inspect(ImageReference reference, Optional<Credentials> credentials, boolean insecureAllowed) {
        boolean insecure = insecureAllowed || reference.isLoopback();
        RegistryHttp http = new RegistryHttp(client(insecure), limit, nanoTime);
        try {
            return describe(reference, http, "https", credentials);
        } catch (PullException overTls) {
            // dockerd tries HTTPS, then HTTP, for what it takes as insecure
            if (insecure && overTls.kind() == PullFailureKind.NOT_HTTPS) {
                try {
                    return describe(reference, http, "http", credentials);
                } catch (PullException plain) {
                    return new Inspection.Failed(plain.toFailure(reference, credentials));
                }
            }
            return new Inspection.Failed(overTls.toFailure(reference, credentials));
        }
    }

    private HttpClient client(boolean insecure) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(limit.compareTo(CONNECT_LIMIT) < 0 ? limit : CONNECT_LIMIT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(proxies);
        if (insecure) {
            builder.sslContext(InsecureTls.context());
        }
        return builder.build();
    }

    private static Inspection describe(
            ImageReference reference, RegistryHttp http, String scheme, Optional<Credentials> credentials)
            throws PullException {
        URI base = URI.create(scheme + "://" + reference.apiHost() + "/");
        RegistrySession session = new RegistrySession(http, base, reference.repository(), credentials);
        HttpAnswer answer = session.manifest(reference.qualifier());
        JsonNode manifest = ManifestJson.parse(answer.body());
        String digest = digest(answer, manifest, reference.digest());
        String mediaType =
                ManifestJson.mediaType(manifest, answer.header("Content-Type").orElse(""));
        if (ManifestJson.isIndex(manifest)) {
            return describeIndex(reference, session, manifest, digest, mediaType);
        }
        Platform platform =
                ManifestJson.platformOfConfig(ManifestJson.isSchema1(manifest) ? manifest : config(session, manifest));
        if (!platform.runsOnNode()) {
            return new Inspection.Failed(PullFailures.wrongPlatform(reference, List.of(platform)));
        }
        return new Inspection.Found(new ManifestInfo(
                reference, digest, mediaType, List.of(platform), platform, digest, ManifestJson.layerSizes(manifest)));
    }

    private static Inspection describeIndex(
            ImageReference reference, RegistrySession session, JsonNode index, String digest, String mediaType)
            throws PullException {
        List<ManifestJson.Entry> entries = ManifestJson.entries(index);
        List<Platform> offered =
                entries.stream().map(ManifestJson.Entry::platform).toList();
        Optional<ManifestJson.Entry> chosen = ManifestJson.chosen(entries);
        if (chosen.isEmpty()) {
            return new Inspection.Failed(PullFailures.wrongPlatform(reference, offered));
        }
        String manifestDigest = chosen.get().digest();
        HttpAnswer answer = session.manifest(manifestDigest);
        JsonNode manifest = ManifestJson.parse(answer.body());
        digest(answer, manifest, Optional.of(manifestDigest));
        return new Inspection.Found(new ManifestInfo(
                reference,
                digest,
                mediaType,
                offered,
                chosen.get().platform(),
                manifestDigest,
                ManifestJson.layerSizes(manifest)));
    }

    private static JsonNode config(RegistrySession session, JsonNode manifest) throws PullException {
        String expected = ManifestJson.configDigest(manifest);
        HttpAnswer answer = session.blob(expected);
        check(expected, answer);
        return ManifestJson.parse(answer.body());
    }

    private static String digest(HttpAnswer answer, JsonNode manifest, Optional<String> expected) throws PullException {
        Optional<String> announced = expected.or(() -> answer.header("Docker-Content-Digest"));
        if (announced.isPresent() && !ManifestJson.isSchema1(manifest)) {
            check(announced.get(), answer);
        }
        return announced.orElseGet(() -> ManifestJson.digestOf(answer.body()));
    }

    private static void check(String expected, HttpAnswer answer) throws PullException {
        String actual = ManifestJson.digestOf(answer.body());
        if (expected.startsWith("sha256:") && !expected.equals(actual)) {
            throw new PullException(
                    PullFailureKind.TRUNCATED, "digest is [" + actual + "] instead of [" + expected + "]");
        }
    }
}
