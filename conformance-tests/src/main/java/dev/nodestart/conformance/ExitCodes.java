package dev.nodestart.conformance;

/** The exit codes that no verdict gives. They are stable: scripts rely on them. */
public final class ExitCodes {

    /** Bad usage or bad input. */
    public static final int BAD_INPUT = 2;

    /** Ended by Ctrl-C. */
    public static final int INTERRUPTED = 130;

    private ExitCodes() {}
}
