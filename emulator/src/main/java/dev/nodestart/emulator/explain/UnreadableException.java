package dev.nodestart.emulator.explain;

/** What was given is nothing that can be explained: empty, or no text. */
public final class UnreadableException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    UnreadableException(String message) {
        super(message);
    }
}
