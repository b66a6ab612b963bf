package dev.nodestart.emulator.launch;

/** The harness could not do its work, so nothing is known of the image. */
public final class HarnessException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what could not be done and what to do next. */
    public HarnessException(String message) {
        super(message);
    }

    /** Says what could not be done and what to do next, with the technical cause. */
    public HarnessException(String message, Throwable cause) {
        super(message, cause);
    }
}
