package dev.nodestart.cli;

import dev.nodestart.emulator.engine.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A shell and tools for a container whose image has none: a folder that is laid into a throw-away copy of it.
 */
final class ToolBox {
    /** Where the tools lie in the copy; nothing of an image or of the platform has that name. */
    static final String FOLDER = "/.nodestart-tools";

    private final String origin;
    private final byte[] archive;
    private final List<String> shell;
    private final List<String> pause;
    private final String prepare;

    /**
     * Takes what it is made of.
     *
     * @param origin where the tools come from, for a sentence such as {@code with BusyBox of this machine}
     * @param archive the folder as a tar archive, to be unpacked at the root
     * @param shell the words that run the shell
     * @param pause the words of a command that does nothing for as long as the container lives
     * @param prepare what the shell runs first
     */
    ToolBox(String origin, byte[] archive, List<String> shell, List<String> pause, String prepare) {
        this.origin = origin;
        this.archive = archive.clone();
        this.shell = List.copyOf(shell);
        this.pause = List.copyOf(pause);
        this.prepare = prepare;
    }

    /**
     * What this machine or its engine has: nothing is pulled, downloaded or installed.
     *
     * @param architecture the image's, as in {@code amd64}
     * @param path the folders of this machine's programs, as in the variable {@code PATH}
     */
    static Optional<ToolBox> atHand(Engine engine, String runId, String architecture, String path) {
        return HostBusyBox.find(path, architecture).or(() -> new DonorTools(engine, runId).find(architecture));
    }

    /** Where the tools come from. */
    String origin() {
        return origin;
    }

    /** The folder as a tar archive. */
    byte[] archive() {
        return archive.clone();
    }

    /** A command that keeps a container alive. */
    List<String> pause() {
        return pause;
    }

    /** What the shell runs first. */
    String prepare() {
        return prepare;
    }

    /** The command of a shell that runs a script. */
    List<String> running(String script) {
        List<String> words = new ArrayList<>(shell);
        words.add("-c");
        words.add(script);
        return List.copyOf(words);
    }

    /** How the shell is called in a shell. */
    String shellCommand() {
        return String.join(" ", shell);
    }
}
