package dev.nodestart.emulator.registry;

import java.time.Duration;
import java.util.Optional;

/** Ends an inspection early; turned into a {@link PullFailure} where the image is known. */
final class PullException extends Exception {

    private static final long serialVersionUID = 1L;

    private final PullFailureKind kind;
    private final String detail;
    private final transient Optional<Duration> retryAfter;

    PullException(PullFailureKind kind, String detail) {
        this(kind, detail, Optional.empty());
    }

    PullException(PullFailureKind kind, String detail, Optional<Duration> retryAfter) {
        super(kind + ": " + detail);
        this.kind = kind;
        this.detail = detail;
        this.retryAfter = retryAfter;
    }

    PullFailureKind kind() {
        return kind;
    }

    PullFailure toFailure(ImageReference reference, Optional<Credentials> shown) {
        return kind == PullFailureKind.UNAUTHORIZED
                ? PullFailureTexts.unauthorized(reference, shown, detail)
                : PullFailureTexts.of(kind, reference, detail, retryAfter);
    }
}
