package dev.nodestart.emulator.registry;

import java.time.Duration;
import java.util.Optional;

/** The words for people: one sentence and one advice for each kind of failure. */
final class PullFailureTexts {

    private PullFailureTexts() {}

    static PullFailure of(
            PullFailureKind kind, ImageReference reference, String detail, Optional<Duration> retryAfter) {
        return new PullFailure(
                kind, sentence(kind, reference, detail), advice(kind, reference, retryAfter), detail, retryAfter);
    }

    /** A 401 where it is known whether credentials were shown. */
    static PullFailure unauthorized(ImageReference reference, Optional<Credentials> shown, String detail) {
        PullFailure general = of(PullFailureKind.UNAUTHORIZED, reference, detail, Optional.empty());
        String registry = "[" + reference.registry() + "]";
        String sentence = shown.map(credentials -> "Registry " + registry + " does not accept "
                        + (credentials.identityToken()
                                ? "the stored identity token"
                                : "the credentials of user [" + credentials.username() + "]")
                        + " for [" + reference + "] (401).")
                .orElse("Registry " + registry + " wants credentials for [" + reference
                        + "], and none were given (401).");
        return new PullFailure(general.kind(), sentence, general.advice(), detail, Optional.empty());
    }

    private static String sentence(PullFailureKind kind, ImageReference reference, String detail) {
        String image = "[" + reference + "]";
        String registry = "[" + reference.registry() + "]";
        return switch (kind) {
            case UNAUTHORIZED ->
                "Registry " + registry + " does not give out " + image
                        + " without credentials, or not with these (401).";
            case FORBIDDEN ->
                "Registry " + registry + " denies " + image
                        + ": the repository does not exist, or these credentials may not read it (403).";
            case NOT_FOUND -> "Registry " + registry + " has no image " + image + " (404).";
            case RATE_LIMITED ->
                "Registry " + registry
                        + " gives out no more images for now: its pull rate limit is used up (429), image " + image
                        + ".";
            case SERVER_ERROR -> "Registry " + registry + " failed while it was asked for " + image + " (5xx).";
            case NO_SUCH_HOST ->
                "The registry's name [" + reference.host() + "] is not known to the name service, image " + image + ".";
            case CONNECTION_REFUSED -> "Nothing answers at registry " + registry + ", image " + image + ".";
            case BAD_TLS -> "The certificate of registry " + registry + " is not trusted, image " + image + ".";
            case NOT_HTTPS ->
                "Registry " + registry + " answers in plain HTTP where HTTPS is needed, image " + image + ".";
            case STALLED -> "The transfer of " + image + " from registry " + registry + " stands still.";
            case TRUNCATED ->
                "Registry " + registry + " cut the transfer of " + image + ", or sent other bytes than promised.";
            case WRONG_OS -> "Image " + image + " is not for Linux, and a node needs [" + Platform.NODE + "].";
            case WRONG_ARCHITECTURE ->
                "Image " + image + " is for another processor, and a node needs [" + Platform.NODE + "].";
            case TOO_LARGE -> "Image " + image + " is too large for the node's disk.";
            case NOT_AN_IMAGE -> "What " + image + " points to is not a container image.";
            case INVALID_REFERENCE -> "Image reference " + image + " is invalid.";
            case NO_SPACE -> "The disk of the container engine is full, so image " + image + " cannot be stored.";
            case NETWORK_OTHER -> "The network between here and registry " + registry + " failed, image " + image + ".";
            case UNKNOWN -> "Image " + image + " could not be pulled: [" + detail + "].";
        };
    }

    private static String advice(PullFailureKind kind, ImageReference reference, Optional<Duration> retryAfter) {
        return switch (kind) {
            case UNAUTHORIZED ->
                "Give user and password in docker_image.basic_auth, or run [docker login" + loginTarget(reference)
                        + "].";
            case FORBIDDEN ->
                "Check the repository's name, and that the user of docker_image.basic_auth may pull from it.";
            case NOT_FOUND ->
                "Check repository and " + (reference.digest().isPresent() ? "digest" : "tag")
                        + ", and that the image was pushed.";
            case RATE_LIMITED -> rateAdvice(reference, retryAfter);
            case SERVER_ERROR, STALLED, TRUNCATED -> "Try again later; if it stays, ask the registry's operator.";
            case NO_SUCH_HOST -> "Check the spelling of the registry, and the name service of the engine's machine.";
            case CONNECTION_REFUSED -> "Check host and port, and that the registry runs.";
            case BAD_TLS ->
                "Put its authority's certificate into [/etc/docker/certs.d/" + reference.registry()
                        + "/ca.crt] on the engine's machine; a cluster's nodes need it too.";
            case NOT_HTTPS ->
                "Give the registry a certificate; a cluster's nodes take no plain HTTP. To go on here, list it in the"
                        + " engine's insecure-registries.";
            case WRONG_OS -> "Build it from a Linux base image.";
            case WRONG_ARCHITECTURE ->
                "Build it with [docker build --platform linux/amd64], or push an index that has that platform.";
            case TOO_LARGE -> "Make the image smaller, or choose a node type with a larger disk.";
            case NOT_AN_IMAGE -> "Check the reference; charts and other artifacts live in registries too.";
            case INVALID_REFERENCE -> "Write it as [registry/repository:tag].";
            case NO_SPACE -> "Free space with [docker system prune], and try again.";
            case NETWORK_OTHER -> "Check network and proxy of the engine's machine, and try again.";
            case UNKNOWN -> "Try [docker pull " + reference + "] on the engine's machine to see more.";
        };
    }

    private static String rateAdvice(ImageReference reference, Optional<Duration> retryAfter) {
        String wait = retryAfter
                .map(time -> "It asks to come again in [" + time.toSeconds() + " s]; log in for a higher limit.")
                .orElse("Wait, or log in for a higher limit.");
        // dcs.md §3 row 7
        return reference.isDockerHub()
                ? "Docker Hub counts pulls over six hours. " + wait + " A mirror in a registry of your own avoids it."
                : wait;
    }

    private static String loginTarget(ImageReference reference) {
        return reference.isDockerHub() ? "" : " " + reference.registry();
    }
}
