package dev.nodestart.emulator.registry;

import java.time.Duration;
import java.util.Optional;

/**
 * Why an image could not be pulled, for people and for the caller that decides what comes next.
 *
 * @param kind what kind of failure
 * @param sentence what happened, to which image or registry
 * @param advice what to do next
 * @param detail what the registry, the engine or the network said, as it said it; empty where nothing was said
 * @param retryAfter how long the registry asks to wait, where it does
 */
public record PullFailure(
        PullFailureKind kind, String sentence, String advice, String detail, Optional<Duration> retryAfter) {

    /** Whether another attempt may go better: by nature, or because the registry said when to come again. */
    public boolean isTransient() {
        return kind.isTransient() || (kind == PullFailureKind.RATE_LIMITED && retryAfter.isPresent());
    }

    /**
     * Whether the image's own description settles it, so that the engine need not be asked; all else the engine may
     * see differently, through its own network, mirrors and trusted certificates.
     */
    public boolean isFinal() {
        return switch (kind) {
            case WRONG_OS, WRONG_ARCHITECTURE, TOO_LARGE, NOT_AN_IMAGE, INVALID_REFERENCE -> true;
            default -> false;
        };
    }

    /** Sentence and advice in one line. */
    public String message() {
        return sentence + " " + advice;
    }
}
