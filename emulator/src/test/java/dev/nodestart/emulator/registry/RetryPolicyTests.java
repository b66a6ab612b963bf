package dev.nodestart.emulator.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetryPolicyTests {

    private static final RetryPolicy POLICY =
            new RetryPolicy(5, Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(60));
    private static final PullFailure SERVER_ERROR = failure(PullFailureKind.SERVER_ERROR, Optional.empty());

    @Test
    void delayAfterDoublesUpToTheLongest() {
        assertThat(POLICY.delayAfter(1, Duration.ZERO, SERVER_ERROR)).contains(Duration.ofSeconds(1));
        assertThat(POLICY.delayAfter(2, Duration.ZERO, SERVER_ERROR)).contains(Duration.ofSeconds(2));
        assertThat(POLICY.delayAfter(3, Duration.ZERO, SERVER_ERROR)).contains(Duration.ofSeconds(3));
        assertThat(POLICY.delayAfter(4, Duration.ZERO, SERVER_ERROR)).contains(Duration.ofSeconds(3));
    }

    @Test
    void delayAfterWhenAttemptsAreUsedUpIsEmpty() {
        assertThat(POLICY.delayAfter(5, Duration.ZERO, SERVER_ERROR)).isEmpty();
        assertThat(RetryPolicy.never().delayAfter(1, Duration.ZERO, SERVER_ERROR))
                .isEmpty();
    }

    @Test
    void delayAfterWhenTimeIsUsedUpIsEmpty() {
        assertThat(POLICY.delayAfter(1, Duration.ofSeconds(59), SERVER_ERROR)).contains(Duration.ofSeconds(1));
        assertThat(POLICY.delayAfter(1, Duration.ofSeconds(60), SERVER_ERROR)).isEmpty();
    }

    @Test
    void delayAfterWhenFailureIsLastingIsEmpty() {
        assertThat(POLICY.delayAfter(1, Duration.ZERO, failure(PullFailureKind.NOT_FOUND, Optional.empty())))
                .isEmpty();
        assertThat(POLICY.delayAfter(1, Duration.ZERO, failure(PullFailureKind.RATE_LIMITED, Optional.empty())))
                .isEmpty();
    }

    @Test
    void delayAfterWhenRegistryNamesATimeKeepsToIt() {
        assertThat(POLICY.delayAfter(
                        1, Duration.ZERO, failure(PullFailureKind.RATE_LIMITED, Optional.of(Duration.ofSeconds(30)))))
                .contains(Duration.ofSeconds(30));
        assertThat(POLICY.delayAfter(
                        1, Duration.ZERO, failure(PullFailureKind.RATE_LIMITED, Optional.of(Duration.ofHours(6)))))
                .isEmpty();
    }

    private static PullFailure failure(PullFailureKind kind, Optional<Duration> retryAfter) {
        return PullFailureTexts.of(kind, ImageReference.parse("debian"), "", retryAfter);
    }
}
