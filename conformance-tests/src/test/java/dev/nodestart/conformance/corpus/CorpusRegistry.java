package dev.nodestart.conformance.corpus;

import dev.nodestart.emulator.registry.Platform;
import dev.nodestart.emulator.testing.registry.Fault;
import dev.nodestart.emulator.testing.registry.FaultProxy;
import dev.nodestart.emulator.testing.registry.ImagePusher;
import dev.nodestart.emulator.testing.registry.ManifestStyle;
import dev.nodestart.emulator.testing.registry.OtherAddress;
import dev.nodestart.emulator.testing.registry.RegistryServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;

/** A registry as a case wants it, with what goes wrong on the way to it; gone when closed. */
final class CorpusRegistry implements AutoCloseable {
    private static final Platform ARM64 = new Platform("linux", "arm64", "v8");
    private static final int LAYER = 400_000;

    private final RegistryPlan plan;
    private final RegistryServer server;
    private final FaultProxy proxy;

    private CorpusRegistry(RegistryPlan plan, RegistryServer server, FaultProxy proxy) {
        this.plan = plan;
        this.server = server;
        this.proxy = proxy;
    }

    static CorpusRegistry open(RegistryPlan plan) {
        RegistryServer server = plan.password() ? RegistryServer.startWithPassword() : RegistryServer.startOpen();
        put(plan.content(), server.pusher());
        FaultProxy proxy = switch (plan.door()) {
            case UNTRUSTED_TLS -> FaultProxy.tls(elsewhere(), server.port());
            case PLAIN_HTTP -> FaultProxy.plain(elsewhere(), server.port());
            default -> FaultProxy.plain(server.port());
        };
        plan.fault().ifPresent(mishap -> proxy.on(mishap.path(), fault(mishap)));
        return new CorpusRegistry(plan, server, proxy);
    }

    /** What the spec asks for. */
    String image() {
        String host = switch (plan.door()) {
            case CLOSED_PORT -> "127.0.0.1:" + closedPort();
            case UNKNOWN_NAME -> "registry.corpus.invalid";
            default -> proxy.address();
        };
        return host + "/corpus/image:" + plan.tag();
    }

    private static void put(RegistryPlan.Content content, ImagePusher pusher) {
        String repository = "corpus/image";
        switch (content) {
            case SMALL -> pusher.push(repository, "1", Platform.NODE, 1, LAYER, ManifestStyle.DOCKER);
            case LARGE -> pusher.push(repository, "1", Platform.NODE, 2, 2 * LAYER, ManifestStyle.DOCKER);
            case ARM64 -> pusher.push(repository, "1", ARM64, 1, LAYER, ManifestStyle.OCI);
            case ARM64_INDEX ->
                pusher.pushIndex(
                        repository, "1", List.of(ARM64, new Platform("linux", "ppc64le", "")), ManifestStyle.OCI);
            case WINDOWS ->
                pusher.push(repository, "1", new Platform("windows", "amd64", ""), 1, LAYER, ManifestStyle.DOCKER);
            case ARTIFACT -> {
                String chart = "{}";
                String digest = pusher.pushBlob(repository, chart.getBytes(java.nio.charset.StandardCharsets.UTF_8));
                pusher.pushRaw(repository, "1", "application/vnd.oci.image.manifest.v1+json", """
                        {"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json",
                         "config":{"mediaType":"application/vnd.cncf.helm.config.v1+json","digest":"%s","size":%d},
                         "layers":[]}""".formatted(
                                digest, chart.length()));
            }
            case NONE -> {}
        }
    }

    private static Fault fault(RegistryPlan.Mishap mishap) {
        return switch (mishap.kind()) {
            case STATUS ->
                mishap.status() == 429
                        ? Fault.rateLimit(1)
                        : Fault.status(mishap.status(), code(mishap.status()), "as the corpus wants it");
            case STALL -> new Fault.StallAfter(LAYER / 10);
            case CUT -> new Fault.CutAfter(LAYER / 10);
            case CORRUPT -> new Fault.Corrupt();
            case HANG_UP -> new Fault.HangUp();
        };
    }

    private static String code(int status) {
        return switch (status) {
            case 401 -> "UNAUTHORIZED";
            case 403 -> "DENIED";
            case 404 -> "MANIFEST_UNKNOWN";
            default -> "UNKNOWN";
        };
    }

    private static InetAddress elsewhere() {
        try {
            return OtherAddress.ofThisMachine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int closedPort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        proxy.close();
        server.close();
    }
}
