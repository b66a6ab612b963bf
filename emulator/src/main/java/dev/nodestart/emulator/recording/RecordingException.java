package dev.nodestart.emulator.recording;

/** A folder that is not a recording, or one that cannot be read. */
public final class RecordingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RecordingException(String message) {
        super(message);
    }
}
