package dev.nodestart.emulator.host;

/** This machine cannot do what is asked of it; the message is one for people, with what to do next. */
public final class HostException extends Exception {

    /**
     * Takes the whole sentence that a person will read.
     *
     * @param message what happened, to which thing, what to do next
     */
    public HostException(String message) {
        super(message);
    }

    HostException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Returns the sentence for people. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
