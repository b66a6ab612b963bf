package dev.nodestart.emulator.registry;

import java.util.Locale;
import java.util.Optional;

/**
 * Which image is meant, with Docker's defaults filled in: Docker Hub, {@code library/} and {@code latest}.
 *
 * @param registry host with an optional port; {@code docker.io} for Docker Hub
 * @param repository path within the registry, such as {@code library/debian}
 * @param tag the tag, {@code latest} where neither tag nor digest was written
 * @param digest such as {@code sha256:…}; wins over the tag
 */
public record ImageReference(String registry, String repository, Optional<String> tag, Optional<String> digest) {

    static final String DOCKER_HUB = "docker.io";
    private static final String OFFICIAL = "library/";

    /**
     * Reads a reference as {@code docker pull} does.
     *
     * @throws IllegalArgumentException with one sentence for people, where it is not a reference
     */
    public static ImageReference parse(String text) {
        return ReferenceGrammar.parse(text);
    }

    /** The host that answers the registry API, which differs from the name for Docker Hub. */
    public String apiHost() {
        return isDockerHub() ? "registry-1.docker.io" : registry;
    }

    /** The host without its port. */
    public String host() {
        int colon = registry.lastIndexOf(':');
        return colon > registry.lastIndexOf(']') ? registry.substring(0, colon) : registry;
    }

    /** What comes after the repository in the registry API: the digest, else the tag. */
    public String qualifier() {
        return digest.or(() -> tag).orElse("latest");
    }

    /** Whether the image is on Docker Hub. */
    public boolean isDockerHub() {
        return registry.equals(DOCKER_HUB);
    }

    /** Whether the registry is on this machine, where Docker allows plain HTTP. */
    public boolean isLoopback() {
        String host = host().toLowerCase(Locale.ROOT);
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
    }

    /** The same image by its content, so that a tag that moves meanwhile does no harm. */
    public ImageReference withDigest(String newDigest) {
        return new ImageReference(registry, repository, tag, Optional.of(newDigest));
    }

    /** The full name, such as {@code docker.io/library/debian:latest}. */
    public String canonical() {
        return registry + "/" + repository + suffix();
    }

    /** The short name that Docker shows, such as {@code debian:latest}. */
    @Override
    public String toString() {
        if (!isDockerHub()) {
            return canonical();
        }
        boolean official = repository.startsWith(OFFICIAL) && repository.indexOf('/', OFFICIAL.length()) < 0;
        return (official ? repository.substring(OFFICIAL.length()) : repository) + suffix();
    }

    private String suffix() {
        return tag.map(value -> ":" + value).orElse("")
                + digest.map(value -> "@" + value).orElse("");
    }
}
