package dev.nodestart.emulator.model;

import java.util.List;

/**
 * What an engine knows of an image beyond {@link ImageInfo}: asked for by checks, not needed by a launch.
 *
 * @param tags its names on the engine, such as {@code my/image:1.4}
 * @param volumes paths that its {@code VOLUME} instructions name
 * @param workingDir its {@code WORKDIR}, empty where none is set
 * @param layers how many layers it has
 * @param history how it was built, the first step first; empty where the engine does not know
 */
public record ImageDetails(
        List<String> tags, List<String> volumes, String workingDir, int layers, List<ImageHistory> history) {

    /** Nothing is known. */
    public static ImageDetails unknown() {
        return new ImageDetails(List.of(), List.of(), "", 0, List.of());
    }
}
