package dev.nodestart.emulator.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.emulator.testing.registry.Fault;
import dev.nodestart.emulator.testing.registry.FaultProxy;
import dev.nodestart.emulator.testing.registry.OtherAddress;
import dev.nodestart.emulator.testing.registry.RegistryServer;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each failure, told apart from the others. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegistryFaultsIT {

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
