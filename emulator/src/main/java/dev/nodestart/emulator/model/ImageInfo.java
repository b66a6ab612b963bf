package dev.nodestart.emulator.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of an image once it is on the engine.
 *
 * @param reference as the user wrote it
 * @param id the engine's image id
 * @param digest the registry's digest, empty for an image that no registry knows
 * @param os such as {@code linux}
 * @param architecture such as {@code amd64}
 * @param sizeBytes unpacked size of all layers, in bytes
 * @param user the image's {@code USER}, empty where none is set
 * @param entrypoint what the image would run, ignored by the platform
 * @param cmd its arguments, ignored by the platform
 * @param env the image's {@code ENV}, name to value, in order
 * @param labels the image's labels
 * @param volumes paths that the image declares volumes; none in recordings that are older than this
 */
public record ImageInfo(
        String reference,
        String id,
        Optional<String> digest,
        String os,
        String architecture,
        long sizeBytes,
        String user,
        List<String> entrypoint,
        List<String> cmd,
        Map<String, String> env,
        Map<String, String> labels,
        List<String> volumes) {
    /** An image that declares no volumes. */
    public ImageInfo(
            String reference,
            String id,
            Optional<String> digest,
            String os,
            String architecture,
            long sizeBytes,
            String user,
            List<String> entrypoint,
            List<String> cmd,
            Map<String, String> env,
            Map<String, String> labels) {
        this(reference, id, digest, os, architecture, sizeBytes, user, entrypoint, cmd, env, labels, List.of());
    }
}
