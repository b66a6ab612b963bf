package dev.nodestart.cli;

import dev.nodestart.emulator.data.DataFileException;
import dev.nodestart.emulator.recording.RecordingException;

/** What a failure that no command expected means for people and scripts. */
final class Failures {
    private Failures() {}

    static int exitCode(Exception failure) {
        return isBadInput(failure) ? 2 : 4;
    }

    static String sentence(Exception failure) {
        String message = failure.getMessage();
        return message == null
                ? "Something failed inside Nodestart: " + failure.getClass().getSimpleName()
                : message;
    }

    /** The user's own files or words are wrong. */
    private static boolean isBadInput(Exception failure) {
        return failure instanceof RecordingException
                || failure instanceof DataFileException
                || failure instanceof IllegalArgumentException;
    }
}
