package dev.nodestart.emulator.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.emulator.testing.registry.Fault;
import dev.nodestart.emulator.testing.registry.FaultProxy;
import dev.nodestart.emulator.testing.registry.ImagePusher.Pushed;
import dev.nodestart.emulator.testing.registry.ManifestStyle;
import dev.nodestart.emulator.testing.registry.RegistryServer;
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
import org.junit.jupiter.params.provider.EnumSource;

/** What is known of an image that is there, and who may know it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegistryInspectorIT {

    private static final Platform ARM = new Platform("linux", "arm64", "v8");
    private static final Platform WINDOWS = new Platform("windows", "amd64", "");
    private static final RegistryInspector INSPECTOR = RegistryInspector.within(Duration.ofSeconds(20), Map.of());

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
