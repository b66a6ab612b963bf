package dev.nodestart.emulator.script;

import java.nio.file.Path;

/** What fetching an init script gave, as the platform fetches it before it runs it. */
public sealed interface ScriptFetch {
    /**
     * The script is here.
     *
     * @param content its bytes as they are
     * @param from the file on this machine
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Fetched(byte[] content, Path from) implements ScriptFetch {}

    /**
     * The script lies in the image and is not fetched.
     *
     * @param path its absolute path in the container
     */
    record InImage(String path) implements ScriptFetch {}

    /**
     * The script could not be fetched: status {@code FAILED_FETCH}.
     *
     * @param message the platform's sentence
     * @param advice what to do on this machine
     */
    record Failed(String message, String advice) implements ScriptFetch {}
}
