package dev.nodestart.emulator.registry;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes the failures of pulls: from what the engine says, from what the image is, and from what was written. */
public final class PullFailures {

    private PullFailures() {}

    /**
     * Reads the error of an engine's failed pull (Docker Engine 20.10 to 28, Podman).
     *
     * @param reference the image that was pulled
     * @param status the HTTP status of the engine's answer, 200 where the error came within the progress stream
     * @param message the engine's text
     */
    public static PullFailure fromEngineText(ImageReference reference, int status, String message) {
        PullFailureKind kind = EngineTexts.classify(status, message);
        // layers come from signed addresses, whose signature is as good as a password for a while
        String detail = message.strip().replaceAll("\\?[^\\s\"']+", "?…");
        return PullFailureTexts.of(kind, reference, detail, Optional.empty());
    }

    /**
     * The failure to show where both the registry was asked and the engine failed: the engine's, unless its text leaves
     * open what the registry's own answer settles (Docker says {@code denied} for a missing repository too, and the same
     * of an index with Windows images only as of one with arm64 images).
     */
    public static PullFailure combine(PullFailure engine, PullFailure inspector) {
        boolean engineIsVague = switch (engine.kind()) {
            case UNKNOWN, FORBIDDEN, NETWORK_OTHER, NOT_FOUND, WRONG_ARCHITECTURE -> true;
            default -> false;
        };
        boolean registryAnswered = switch (inspector.kind()) {
            case UNAUTHORIZED, FORBIDDEN, NOT_FOUND, RATE_LIMITED, SERVER_ERROR -> true;
            default -> inspector.isFinal();
        };
        if (engine.kind() == inspector.kind() && engine.retryAfter().isEmpty()) {
            return new PullFailure(
                    engine.kind(), inspector.sentence(), inspector.advice(), engine.detail(), inspector.retryAfter());
        }
        return engineIsVague && registryAnswered
                ? new PullFailure(
                        inspector.kind(),
                        inspector.sentence(),
                        inspector.advice(),
                        engine.detail(),
                        inspector.retryAfter())
                : engine;
    }

    /** What was written is not an image reference; the sentence is the one of {@link ImageReference#parse}. */
    public static PullFailure invalidReference(IllegalArgumentException problem) {
        String sentence = String.valueOf(problem.getMessage());
        return new PullFailure(
                PullFailureKind.INVALID_REFERENCE, sentence, "Correct docker_image.url.", "", Optional.empty());
    }

    /** The image is for another system or processor than a node's; a manifest or the engine says for which. */
    public static PullFailure wrongPlatform(ImageReference reference, List<Platform> offered) {
        boolean linux = offered.isEmpty()
                || offered.stream().anyMatch(platform -> platform.os().equals("linux"));
        String platforms = offered.stream().map(Platform::toString).distinct().collect(Collectors.joining(", "));
        String sentence = offered.isEmpty()
                ? "Image [" + reference + "] offers no platform at all, and a node needs [" + Platform.NODE + "]."
                : "Image [" + reference + "] is for [" + platforms + "], and a node needs [" + Platform.NODE + "].";
        return new PullFailure(
                linux ? PullFailureKind.WRONG_ARCHITECTURE : PullFailureKind.WRONG_OS,
                sentence,
                linux
                        ? "Build it with [docker build --platform linux/amd64], or push an index that has that platform."
                        : "Build it from a Linux base image.",
                platforms,
                Optional.empty());
    }

    /**
     * A refusal where the compressed layers alone exceed the node's disk (dcs.md F12); unpacked they need more, so what
     * passes here may still not fit.
     *
     * @param diskBytes what the node's disk holds
     */
    public static Optional<PullFailure> ifTooLarge(ManifestInfo info, long diskBytes) {
        return info.compressedSize() <= diskBytes
                ? Optional.empty()
                : Optional.of(tooLarge(info.reference(), info.compressedSize(), diskBytes));
    }

    /**
     * The image has more bytes than the node's disk (dcs.md F12).
     *
     * @param imageBytes compressed or unpacked size
     * @param diskBytes what the node's disk holds
     */
    public static PullFailure tooLarge(ImageReference reference, long imageBytes, long diskBytes) {
        return new PullFailure(
                PullFailureKind.TOO_LARGE,
                "Image [" + reference + "] has [" + ByteText.of(imageBytes) + "] and the node's disk ["
                        + ByteText.of(diskBytes) + "].",
                "Make the image smaller, or choose a node type with a larger disk.",
                "",
                Optional.empty());
    }

    /**
     * Nothing has moved for too long, seen by the one who watches the engine's progress.
     *
     * @param stillFor for how long
     */
    public static PullFailure stalled(ImageReference reference, Duration stillFor) {
        return PullFailureTexts.of(
                PullFailureKind.STALLED,
                reference,
                "nothing moved for " + stillFor.toSeconds() + " s",
                Optional.empty());
    }
}
