package dev.nodestart.emulator.launch;

import dev.nodestart.emulator.spec.InitScript;
import java.util.Optional;

/**
 * One init script that a launch will run on every node.
 *
 * @param global whether it is a global script; those run first
 * @param script its location
 * @param content its bytes as they were fetched; empty for a {@code file:} script, which is in the image
 * @param fetchError the platform's text where it could not be fetched
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record PlannedScript(boolean global, InitScript script, Optional<byte[]> content, Optional<String> fetchError) {

    /** The script's file name, for the names of its logs. */
    public String fileName() {
        String destination = script.destination();
        return destination.substring(destination.lastIndexOf('/') + 1);
    }
}
