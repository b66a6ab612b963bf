package dev.nodestart.emulator.host;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What the sample image asks of an engine. */
public interface ImageBuilder {

    /** Returns whether the engine has an image of this name; one cheap call. */
    boolean has(String reference) throws HostException;

    /** Pulls an image; returns why that failed, empty where the engine has it now. */
    Optional<String> pull(String reference);

    /**
     * Makes an image of one layer from a tar archive of a root file system.
     *
     * @param archive the archive, plain or compressed
     * @param tag name and tag of the new image
     */
    void importRootFilesystem(Path archive, String tag) throws HostException;

    /**
     * Builds an image through the engine's classic build call, in the machine's own network.
     *
     * @param build what to build
     * @param log hears each line of the build's output
     */
    void build(Build build, Consumer<String> log) throws HostException;

    /**
     * Makes an image of one layer that holds the files of another image and none of its history or settings.
     *
     * @param image the image to flatten
     * @param tag name and tag of the new image
     */
    void flatten(String image, String tag) throws HostException;

    /** Takes a name off an image; the image goes too where nothing else uses it. */
    void untag(String reference) throws HostException;

    /** Removes the untagged images that carry this label, and what only they use. */
    void removeUntagged(String label) throws HostException;

    /**
     * One build.
     *
     * @param context folder that is sent to the engine, with a {@code Dockerfile} in it
     * @param arguments values of the Dockerfile's {@code ARG}s
     * @param target the stage to end with, built anew so that its output is whole; empty for the last one
     * @param tag name and tag of the new image
     */
    record Build(Path context, Map<String, String> arguments, Optional<String> target, String tag) {}
}
