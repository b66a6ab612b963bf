package dev.nodestart.emulator.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.emulator.testing.registry.Fault;
import dev.nodestart.emulator.testing.registry.FaultProxy;
import dev.nodestart.emulator.testing.registry.ImagePusher.Pushed;
import dev.nodestart.emulator.testing.registry.ManifestStyle;
import dev.nodestart.emulator.testing.registry.RegistryServer;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegistryInspectorIT {

    private static final Platform ARM = new Platform("linux", "arm64", "v8");
    private static final Platform WINDOWS = new Platform("windows", "amd64", "");
    private static final RegistryInspector INSPECTOR = RegistryInspector.within(Duration.ofSeconds(20), Map.of());
    private static final RegistryInspector HASTY = RegistryInspector.within(Duration.ofMillis(1500), Map.of());

    @SuppressWarnings("NullAway.Init")
    private RegistryServer registry;

    @BeforeAll
    void start() {
        registry = RegistryServer.startOpen();
    }

    @AfterAll
    void stop() {
        registry.close();
    }

    @ParameterizedTest
    @EnumSource(ManifestStyle.class)
    void inspectWhenSingleImageGivesDigestPlatformAndSizes(ManifestStyle style) {
        String repository = "single-" + style.name().toLowerCase(Locale.ROOT);
        Pushed pushed = registry.pusher().push(repository, "1", Platform.NODE, 3, 2_000, style);

        ManifestInfo info = found(inspect(registry.address() + "/" + repository + ":1"));

        assertThat(info.digest()).isEqualTo(pushed.digest());
        assertThat(info.manifestDigest()).isEqualTo(pushed.digest());
        assertThat(info.platform()).isEqualTo(Platform.NODE);
        assertThat(info.offered()).containsExactly(Platform.NODE);
        assertThat(info.layerCount()).isEqualTo(3);
        assertThat(info.compressedSize()).isEqualTo(pushed.layerBytes());
    }

    @ParameterizedTest
    @EnumSource(ManifestStyle.class)
    void inspectWhenIndexChoosesTheNodesPlatform(ManifestStyle style) {
        String repository = "index-" + style.name().toLowerCase(Locale.ROOT);
        Pushed pushed = registry.pusher().pushIndex(repository, "1", List.of(ARM, WINDOWS, Platform.NODE), style);

        ManifestInfo info = found(inspect(registry.address() + "/" + repository + ":1"));

        assertThat(info.digest()).isEqualTo(pushed.digest()).isNotEqualTo(info.manifestDigest());
        assertThat(info.offered()).containsExactly(ARM, WINDOWS, Platform.NODE);
        assertThat(info.platform()).isEqualTo(Platform.NODE);
        assertThat(info.layerCount()).isEqualTo(2);
        assertThat(info.mediaType()).contains(style == ManifestStyle.OCI ? "oci.image.index" : "manifest.list");
    }

    @Test
    void inspectWhenDigestIsAskedForFindsIt() {
        Pushed pushed = registry.pusher().pushSmall("by-digest", "1");

        ManifestInfo info = found(inspect(registry.address() + "/by-digest@" + pushed.digest()));

        assertThat(info.digest()).isEqualTo(pushed.digest());
    }

    @Test
    void inspectWhenIndexHasNoNodePlatformListsTheOffered() {
        registry.pusher().pushIndex("arm-index", "1", List.of(ARM, WINDOWS), ManifestStyle.OCI);

        PullFailure failure = failed(inspect(registry.address() + "/arm-index:1"));

        assertThat(failure.kind()).isEqualTo(PullFailureKind.WRONG_ARCHITECTURE);
        assertThat(failure.isFinal()).isTrue();
        assertThat(failure.sentence())
                .isEqualTo("Image [" + registry.address()
                        + "/arm-index:1] is for [linux/arm64/v8, windows/amd64], and a node needs [linux/amd64].");
    }

    @Test
    void inspectWhenImageIsForArmRefuses() {
        registry.pusher().push("arm", "1", ARM, 1, 100, ManifestStyle.DOCKER);

        PullFailure failure = failed(inspect(registry.address() + "/arm:1"));

        assertThat(failure.kind()).isEqualTo(PullFailureKind.WRONG_ARCHITECTURE);
        assertThat(failure.kind().terminationCode()).isEqualTo("DOCKER_INVALID_OS_EXCEPTION");
    }

    @Test
    void inspectWhenImageIsForWindowsRefuses() {
        registry.pusher().push("windows", "1", WINDOWS, 1, 100, ManifestStyle.DOCKER);

        PullFailure failure = failed(inspect(registry.address() + "/windows:1"));

        assertThat(failure.kind()).isEqualTo(PullFailureKind.WRONG_OS);
        assertThat(failure.message())
                .isEqualTo("Image [" + registry.address()
                        + "/windows:1] is for [windows/amd64], and a node needs [linux/amd64]."
                        + " Build it from a Linux base image.");
    }

    @Test
    void inspectWhenLayersExceedTheDiskRefuses() {
        registry.pusher().push("large", "1", Platform.NODE, 2, 5_000, ManifestStyle.OCI);
        ManifestInfo info = found(inspect(registry.address() + "/large:1"));

        assertThat(PullFailures.ifTooLarge(info, 100_000)).isEmpty();
        assertThat(PullFailures.ifTooLarge(info, 5_000).orElseThrow().kind()).isEqualTo(PullFailureKind.TOO_LARGE);
    }

    @Test
    void inspectWhenChartSaysThatItIsNoImage() {
        String config = registry.pusher().pushBlob("chart", new byte[] {'{', '}'});
        registry.pusher().pushRaw("chart", "1", "application/vnd.oci.image.manifest.v1+json", """
                        {"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json",\
                        "config":{"mediaType":"application/vnd.cncf.helm.config.v1+json","digest":"%s","size":2},"layers":[]}""".formatted(config));

        assertThat(failed(inspect(registry.address() + "/chart:1")).kind()).isEqualTo(PullFailureKind.NOT_AN_IMAGE);
    }

    @Test
    void inspectWhenPasswordIsRightFindsTheImage() {
        try (RegistryServer locked = RegistryServer.startWithPassword()) {
            locked.pusher().pushSmall("private", "1");
            ImageReference reference = ImageReference.parse(locked.address() + "/private:1");

            ManifestInfo info = found(INSPECTOR.inspect(reference, locked.credentials(), false));

            assertThat(info.layerCount()).isEqualTo(1);
        }
    }

    @Test
    void inspectWhenCredentialsAreMissingOrWrongSaysWhich() {
        try (RegistryServer locked = RegistryServer.startWithPassword()) {
            ImageReference reference = ImageReference.parse(locked.address() + "/private:1");

            PullFailure none = failed(INSPECTOR.inspect(reference, Optional.empty(), false));
            PullFailure wrong =
                    failed(INSPECTOR.inspect(reference, Optional.of(Credentials.basic("bob", "hunter2")), false));

            assertThat(none.kind()).isEqualTo(PullFailureKind.UNAUTHORIZED);
            assertThat(none.sentence())
                    .isEqualTo("Registry [" + locked.address() + "] wants credentials for [" + reference
                            + "], and none were given (401).");
            assertThat(wrong.sentence())
                    .isEqualTo("Registry [" + locked.address() + "] does not accept the credentials of user [bob] for ["
                            + reference + "] (401).");
            assertThat(wrong.toString()).doesNotContain("hunter2");
        }
    }

    @Test
    void inspectWhenTokenServiceIsNamedShowsItsToken() {
        registry.pusher().pushSmall("tokens", "1");
        try (FaultProxy proxy = FaultProxy.plain(registry.port())) {
            String challenge = "Bearer realm=\"http://" + proxy.address()
                    + "/token\",service=\"test\",scope=\"repository:tokens:pull\"";
            proxy.on("/token?", new Fault.Answer(200, Map.of(), "{\"token\":\"t0ken\"}"));
            proxy.on(
                    request -> !"Bearer t0ken".equals(request.headers().get("authorization")),
                    new Fault.Answer(401, Map.of("WWW-Authenticate", challenge), ""),
                    Integer.MAX_VALUE);

            found(INSPECTOR.inspect(
                    ImageReference.parse(proxy.address() + "/tokens:1"),
                    Optional.of(Credentials.basic("alice", "pw")),
                    false));

            assertThat(proxy.requests())
                    .filteredOn(request -> request.path().startsWith("/token"))
                    .singleElement()
                    .satisfies(request -> {
                        assertThat(request.path()).isEqualTo("/token?service=test&scope=repository%3Atokens%3Apull");
                        assertThat(request.headers().get("authorization")).isEqualTo("Basic YWxpY2U6cHc=");
                    });
        }
    }

    @Test
    void inspectWhenBlobIsElsewhereDoesNotSendCredentialsThere() {
        Pushed pushed = registry.pusher().pushSmall("redirected", "1");
        try (FaultProxy storage = FaultProxy.plain(registry.port());
                FaultProxy proxy = FaultProxy.plain(registry.port())) {
            proxy.on(
                    request -> request.headers().get("authorization") == null,
                    new Fault.Answer(401, Map.of("WWW-Authenticate", "Basic realm=\"test\""), ""),
                    1);
            proxy.on(
                    request -> request.path().contains("/blobs/"),
                    new Fault.Answer(307, Map.of("Location", "http://" + storage.address() + blobOf(pushed)), ""),
                    1);

            INSPECTOR.inspect(
                    ImageReference.parse(proxy.address() + "/redirected:1"),
                    Optional.of(Credentials.basic("alice", "pw")),
                    false);

            assertThat(storage.requests())
                    .singleElement()
                    .satisfies(request -> assertThat(request.headers()).doesNotContainKey("authorization"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "403, FORBIDDEN",
        "404, NOT_FOUND",
        "500, SERVER_ERROR",
        "502, SERVER_ERROR",
        "503, SERVER_ERROR",
        "418, UNKNOWN"
    })
    void inspectWhenRegistryAnswersStatusTellsItApart(int status, PullFailureKind kind) {
        try (FaultProxy proxy = FaultProxy.plain(registry.port())
                .on("/manifests/", Fault.status(status, "SOME", "the registry's words"))) {
            PullFailure failure = failed(inspect(proxy.address() + "/any:1"));

            assertThat(failure.kind()).isEqualTo(kind);
            assertThat(failure.detail()).contains("HTTP " + status, "the registry's words");
        }
    }

    @Test
    void inspectWhenRateLimitIsReachedTellsWhenToComeAgain() {
        try (FaultProxy proxy = FaultProxy.plain(registry.port()).on("/manifests/", Fault.rateLimit(90))) {
            PullFailure failure = failed(inspect(proxy.address() + "/any:1"));

            assertThat(failure.kind()).isEqualTo(PullFailureKind.RATE_LIMITED);
            assertThat(failure.retryAfter()).contains(Duration.ofSeconds(90));
            assertThat(failure.advice()).isEqualTo("It asks to come again in [90 s]; log in for a higher limit.");
        }
    }

    @Test
    void inspectWhenImageIsMissingSaysSo() {
        PullFailure failure = failed(inspect(registry.address() + "/nobody/made:this"));

        assertThat(failure.kind()).isEqualTo(PullFailureKind.NOT_FOUND);
        assertThat(failure.message())
                .isEqualTo("Registry [" + registry.address() + "] has no image [" + registry.address()
                        + "/nobody/made:this] (404). Check repository and tag, and that the image was pushed.");
    }

    @Test
    void inspectWhenManifestStallsEndsAtItsLimit() {
        registry.pusher().pushSmall("stalled", "1");
        try (FaultProxy proxy = FaultProxy.plain(registry.port()).on("/manifests/", new Fault.StallAfter(10))) {
            Inspection inspection =
                    HASTY.inspect(ImageReference.parse(proxy.address() + "/stalled:1"), Optional.empty(), false);

            assertThat(failed(inspection).kind()).isEqualTo(PullFailureKind.STALLED);
        }
    }

    @Test
    void inspectWhenManifestIsCutSaysTruncated() {
        registry.pusher().pushSmall("cut", "1");
        try (FaultProxy proxy = FaultProxy.plain(registry.port()).on("/manifests/", new Fault.CutAfter(10))) {
            assertThat(failed(inspect(proxy.address() + "/cut:1")).kind()).isEqualTo(PullFailureKind.TRUNCATED);
        }
    }

    @Test
    void inspectWhenManifestIsNotWhatItsDigestSaysSaysTruncated() {
        registry.pusher().pushSmall("corrupt", "1");
        try (FaultProxy proxy = FaultProxy.plain(registry.port()).on("/manifests/", new Fault.Corrupt())) {
            assertThat(failed(inspect(proxy.address() + "/corrupt:1")).kind()).isEqualTo(PullFailureKind.TRUNCATED);
        }
    }

    @Test
    void inspectWhenConnectionIsDroppedIsTransient() {
        try (FaultProxy proxy = FaultProxy.plain(registry.port()).on("/manifests/", new Fault.HangUp())) {
            assertThat(failed(inspect(proxy.address() + "/any:1")).isTransient())
                    .isTrue();
        }
    }

    @Test
    void inspectWhenNothingListensSaysRefused() {
        FaultProxy closed = FaultProxy.plain(registry.port());
        closed.close();

        assertThat(failed(inspect(closed.address() + "/any:1")).kind()).isEqualTo(PullFailureKind.CONNECTION_REFUSED);
    }

    @Test
    void inspectWhenHostIsUnknownSaysSo() {
        PullFailure failure = failed(inspect("registry.invalid/any:1"));

        assertThat(failure.kind()).isEqualTo(PullFailureKind.NO_SUCH_HOST);
        assertThat(failure.sentence())
                .isEqualTo("The registry's name [registry.invalid] is not known to the name service,"
                        + " image [registry.invalid/any:1].");
    }

    @Test
    void inspectWhenCertificateIsNotTrustedSaysSo() throws Exception {
        registry.pusher().pushSmall("tls", "1");
        try (FaultProxy proxy = FaultProxy.tls(OtherAddress.ofThisMachine(), registry.port())) {
            assertThat(failed(inspect(proxy.address() + "/tls:1")).kind()).isEqualTo(PullFailureKind.BAD_TLS);
        }
    }

    @Test
    void inspectWhenInsecureIsAllowedTakesAnyCertificate() {
        registry.pusher().pushSmall("tls-local", "1");
        try (FaultProxy proxy = FaultProxy.tls(InetAddress.getLoopbackAddress(), registry.port())) {
            found(inspect(proxy.address() + "/tls-local:1"));
        }
    }

    @Test
    void inspectWhenRegistryElsewhereSpeaksHttpSaysSo() throws Exception {
        registry.pusher().pushSmall("plain", "1");
        try (FaultProxy proxy = FaultProxy.plain(OtherAddress.ofThisMachine(), registry.port())) {
            ImageReference reference = ImageReference.parse(proxy.address() + "/plain:1");

            assertThat(failed(INSPECTOR.inspect(reference, Optional.empty(), false))
                            .kind())
                    .isEqualTo(PullFailureKind.NOT_HTTPS);
            found(INSPECTOR.inspect(reference, Optional.empty(), true));
        }
    }

    private static String blobOf(Pushed pushed) {
        return "/v2/" + pushed.repository() + "/blobs/" + pushed.layerDigests().get(0);
    }

    private static Inspection inspect(String reference) {
        return INSPECTOR.inspect(ImageReference.parse(reference), Optional.empty(), false);
    }

    private static ManifestInfo found(Inspection inspection) {
        assertThat(inspection).isInstanceOf(Inspection.Found.class);
        return ((Inspection.Found) inspection).info();
    }

    private static PullFailure failed(Inspection inspection) {
        assertThat(inspection).isInstanceOf(Inspection.Failed.class);
        return ((Inspection.Failed) inspection).failure();
    }
}
