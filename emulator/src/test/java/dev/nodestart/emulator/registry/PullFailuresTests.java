package dev.nodestart.emulator.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PullFailuresTests {

    private static final ImageReference HUB = ImageReference.parse("me/image:1");
    private static final ImageReference OTHER = ImageReference.parse("reg.example/image:1");

    @Test
    void fromEngineTextWhenRateLimitIsReachedTellsTheSixHourRule() {
        PullFailure failure = PullFailures.fromEngineText(
                HUB, 500, "toomanyrequests: You have reached your unauthenticated pull rate limit.");

        assertThat(failure.message())
                .isEqualTo(
                        "Registry [docker.io] gives out no more images for now: its pull rate limit is used up (429),"
                                + " image [me/image:1]. Docker Hub counts pulls over six hours. Wait, or log in for a higher"
                                + " limit. A mirror in a registry of your own avoids it.");
        assertThat(failure.isTransient()).isFalse();
        assertThat(failure.kind().terminationCode()).isEqualTo("DOCKER_IMAGE_PULL_FAILURE");
    }

    @Test
    void fromEngineTextWhenAccessIsDeniedNamesBothCauses() {
        PullFailure failure = PullFailures.fromEngineText(
                OTHER, 404, "pull access denied for reg.example/image, repository does not exist or may require login");

        assertThat(failure.message())
                .isEqualTo(
                        "Registry [reg.example] denies [reg.example/image:1]: the repository does not exist, or these"
                                + " credentials may not read it (403). Check the repository's name, and that the user of"
                                + " docker_image.basic_auth may pull from it.");
    }

    @Test
    void fromEngineTextWhenTextHasASignedAddressLeavesTheSignatureOut() {
        PullFailure failure = PullFailures.fromEngineText(
                OTHER, 200, "Get \"https://storage.example/blob?Expires=1&Signature=abc\": unexpected EOF");

        assertThat(failure.detail()).isEqualTo("Get \"https://storage.example/blob?…\": unexpected EOF");
        assertThat(failure.kind()).isEqualTo(PullFailureKind.TRUNCATED);
    }

    @Test
    void combineWhenEngineIsVagueTakesTheRegistrysWord() {
        PullFailure engine = PullFailures.fromEngineText(
                OTHER, 404, "pull access denied for reg.example/image, repository does not exist");
        PullFailure registry = of(PullFailureKind.UNAUTHORIZED);

        PullFailure combined = PullFailures.combine(engine, registry);

        assertThat(combined.kind()).isEqualTo(PullFailureKind.UNAUTHORIZED);
        assertThat(combined.detail()).isEqualTo(engine.detail());
    }

    @Test
    void combineWhenInspectorOnlyDidNotGetThereKeepsTheEnginesWord() {
        PullFailure engine = of(PullFailureKind.NOT_FOUND);

        assertThat(PullFailures.combine(engine, of(PullFailureKind.NO_SUCH_HOST)))
                .isEqualTo(engine);
    }

    @Test
    void combineWhenEngineIsSureKeepsIt() {
        PullFailure engine = of(PullFailureKind.NO_SPACE);

        assertThat(PullFailures.combine(engine, of(PullFailureKind.NOT_FOUND))).isEqualTo(engine);
    }

    @Test
    void combineWhenBothSayTheSameTakesTheTimeToWait() {
        PullFailure registry =
                PullFailureTexts.of(PullFailureKind.RATE_LIMITED, HUB, "HTTP 429", Optional.of(Duration.ofSeconds(30)));

        assertThat(PullFailures.combine(of(PullFailureKind.RATE_LIMITED), registry)
                        .retryAfter())
                .contains(Duration.ofSeconds(30));
    }

    @Test
    void wrongPlatformWhenNoLinuxIsOfferedIsAboutTheSystem() {
        assertThat(PullFailures.wrongPlatform(OTHER, List.of(new Platform("windows", "amd64", "")))
                        .kind())
                .isEqualTo(PullFailureKind.WRONG_OS);
        assertThat(PullFailures.wrongPlatform(OTHER, List.of()).sentence())
                .isEqualTo("Image [reg.example/image:1] offers no platform at all, and a node needs [linux/amd64].");
    }

    @Test
    void tooLargeSaysBothSizes() {
        PullFailure failure = PullFailures.tooLarge(OTHER, 20_000_000_000L, 10_500_000_000L);

        assertThat(failure.message())
                .isEqualTo("Image [reg.example/image:1] has [20.0 GB] and the node's disk [10.5 GB]."
                        + " Make the image smaller, or choose a node type with a larger disk.");
        assertThat(failure.kind().terminationCode()).isEqualTo("DOCKER_IMAGE_TOO_LARGE_FOR_INSTANCE_EXCEPTION");
    }

    @Test
    void invalidReferenceKeepsTheSentence() {
        PullFailure failure =
                PullFailures.invalidReference(new IllegalArgumentException("Image reference [X] is bad."));

        assertThat(failure.message()).isEqualTo("Image reference [X] is bad. Correct docker_image.url.");
        assertThat(failure.isFinal()).isTrue();
    }

    @Test
    void stalledSaysForHowLong() {
        assertThat(PullFailures.stalled(OTHER, Duration.ofSeconds(60)).detail()).isEqualTo("nothing moved for 60 s");
    }

    @ParameterizedTest
    @EnumSource(PullFailureKind.class)
    void everyKindHasASentenceAnAdviceAndACode(PullFailureKind kind) {
        PullFailure failure = of(kind);

        assertThat(failure.sentence()).contains("reg.example").endsWith(".");
        assertThat(failure.advice()).endsWith(".");
        assertThat(kind.terminationCode()).startsWith("DOCKER_I");
    }

    private static PullFailure of(PullFailureKind kind) {
        return PullFailureTexts.of(kind, OTHER, "", Optional.empty());
    }
}
