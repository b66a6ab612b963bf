package dev.nodestart.emulator.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.testing.TestEngine;
import dev.nodestart.emulator.testing.registry.EngineSocket;
import dev.nodestart.emulator.testing.registry.Fault;
import dev.nodestart.emulator.testing.registry.FaultProxy;
import dev.nodestart.emulator.testing.registry.ManifestStyle;
import dev.nodestart.emulator.testing.registry.OtherAddress;
import dev.nodestart.emulator.testing.registry.RegistryServer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the engine of this machine says about failed pulls is understood; texts of others are in EngineTextsTests. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(TestEngine.class)
class EngineTextsIT {

    private static final Platform ARM = new Platform("linux", "arm64", "v8");
    private static final Platform WINDOWS = new Platform("windows", "amd64", "");

    @SuppressWarnings("NullAway.Init")
    private RegistryServer registry;

    @SuppressWarnings("NullAway.Init")
    private String layer;

    /** Asks for the engine so that it is there: it is spoken to over its socket. */
    @BeforeAll
    void start(Engine engine) {
        assertThat(engine.address().getScheme()).isEqualTo("unix");
        registry = RegistryServer.startOpen();
        layer = registry.pusher().pushSmall("small", "1").layerDigests().get(0);
    }

    @AfterAll
    void stop() {
        registry.close();
    }

    @ParameterizedTest
    @CsvSource({
        "403, DENIED, FORBIDDEN",
        "429, TOOMANYREQUESTS, RATE_LIMITED",
        "500, UNKNOWN, SERVER_ERROR",
        "502, UNAVAILABLE, SERVER_ERROR",
        "503, UNAVAILABLE, SERVER_ERROR"
    })
    void pullWhenRegistryAnswersStatusIsUnderstood(int status, String code, PullFailureKind kind) throws IOException {
        try (FaultProxy proxy = FaultProxy.plain(registry.port())
                .on("/manifests/", Fault.status(status, code, "words of the registry"))) {
            assertThat(kindOfPull(proxy.address() + "/small:1")).isEqualTo(kind);
        }
    }

    @ParameterizedTest
    @CsvSource({"403, FORBIDDEN", "429, RATE_LIMITED", "500, SERVER_ERROR", "503, SERVER_ERROR"})
    void pullWhenProxyAnswersWithAPageIsUnderstood(int status, PullFailureKind kind) throws IOException {
        try (FaultProxy proxy = FaultProxy.plain(registry.port())
                .on("/v2/", new Fault.Answer(status, Map.of("Content-Type", "text/html"), "<html>gateway</html>"))) {
            assertThat(kindOfPull(proxy.address() + "/small:1")).isEqualTo(kind);
        }
    }

    @Test
    void pullWhenTagOrRepositoryIsMissingIsUnderstood() throws IOException {
        assertThat(kindOfPull(registry.address() + "/small:missing")).isEqualTo(PullFailureKind.NOT_FOUND);
        assertThat(kindOfPull(registry.address() + "/missing:1")).isEqualTo(PullFailureKind.NOT_FOUND);
        assertThat(kindOfPull(registry.address() + "/small@sha256:" + "0".repeat(64)))
                .isEqualTo(PullFailureKind.NOT_FOUND);
    }

    @Test
    void pullWhenCredentialsAreMissingOrWrongIsUnderstood() throws IOException {
        try (RegistryServer locked = RegistryServer.startWithPassword()) {
            assertThat(kindOfPull(locked.address() + "/small:1")).isEqualTo(PullFailureKind.UNAUTHORIZED);
            assertThat(kindOf(
                            locked.address() + "/small:1",
                            EngineSocket.pull(locked.address() + "/small:1", "alice", "wrong")))
                    .isEqualTo(PullFailureKind.UNAUTHORIZED);
        }
    }

    @Test
    void pullWhenHostIsUnknownOrClosedIsUnderstood() throws IOException {
        FaultProxy closed = FaultProxy.plain(registry.port());
        closed.close();

        assertThat(kindOfPull(closed.address() + "/small:1")).isEqualTo(PullFailureKind.CONNECTION_REFUSED);
        assertThat(kindOfPull("registry.invalid/small:1"))
                .isIn(PullFailureKind.NO_SUCH_HOST, PullFailureKind.NETWORK_OTHER);
    }

    @Test
    void pullWhenCertificateIsNotTrustedIsUnderstood() throws IOException {
        try (FaultProxy proxy = FaultProxy.tls(OtherAddress.ofThisMachine(), registry.port())) {
            assertThat(kindOfPull(proxy.address() + "/small:1")).isEqualTo(PullFailureKind.BAD_TLS);
        }
    }

    @Test
    void pullWhenRegistryElsewhereSpeaksHttpIsUnderstood() throws IOException {
        try (FaultProxy proxy = FaultProxy.plain(OtherAddress.ofThisMachine(), registry.port())) {
            assertThat(kindOfPull(proxy.address() + "/small:1")).isEqualTo(PullFailureKind.NOT_HTTPS);
        }
    }

    @Test
    void pullWhenPlatformIsWrongIsUnderstood() throws IOException {
        registry.pusher().pushIndex("arm-index", "1", List.of(ARM), ManifestStyle.DOCKER);
        registry.pusher().push("windows", "1", WINDOWS, 1, 100, ManifestStyle.DOCKER);

        assertThat(kindOfPull(registry.address() + "/arm-index:1")).isEqualTo(PullFailureKind.WRONG_ARCHITECTURE);
        assertThat(kindOfPull(registry.address() + "/windows:1")).isEqualTo(PullFailureKind.WRONG_OS);
    }

    @Test
    void pullWhenWhatComesIsNotWhatWasPromisedIsUnderstood() throws IOException {
        try (FaultProxy manifest = FaultProxy.plain(registry.port()).on("/manifests/", new Fault.CutAfter(10));
                FaultProxy config = FaultProxy.plain(registry.port())
                        .on(
                                request -> request.path().contains("/blobs/")
                                        && !request.path().contains(layer),
                                new Fault.Corrupt(),
                                Integer.MAX_VALUE)) {
            assertThat(kindOfPull(manifest.address() + "/small:1")).isEqualTo(PullFailureKind.TRUNCATED);
            assertThat(kindOfPull(config.address() + "/small:1")).isEqualTo(PullFailureKind.TRUNCATED);
        }
    }

    @Test
    void pullWhenChartIsUnderstood() throws IOException {
        String config = registry.pusher().pushBlob("chart", new byte[] {'{', '}'});
        registry.pusher().pushRaw("chart", "1", "application/vnd.oci.image.manifest.v1+json", """
                        {"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json",\
                        "config":{"mediaType":"application/vnd.cncf.helm.config.v1+json","digest":"%s","size":2},"layers":[]}""".formatted(config));

        assertThat(kindOfPull(registry.address() + "/chart:1")).isEqualTo(PullFailureKind.NOT_AN_IMAGE);
    }

    private static PullFailureKind kindOfPull(String image) throws IOException {
        return kindOf(image, EngineSocket.pull(image, "", ""));
    }

    private static PullFailureKind kindOf(String image, EngineSocket.Answer answer) {
        String text = answer.errorText();
        assertThat(text).as("error text of the engine").isNotEmpty();
        return PullFailures.fromEngineText(ImageReference.parse(image), answer.status(), text)
                .kind();
    }
}
