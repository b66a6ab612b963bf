package dev.nodestart.node;

/** A Python REPL that does not start, in the platform's words (dcs.md F05). */
final class ReplFailure extends Exception {
    private static final long serialVersionUID = 1L;
    private static final String HEADLINE = "Failure starting repl. Try detaching and re-attaching the notebook.";

    ReplFailure(String details) {
        super(HEADLINE + "\n" + details);
    }
}
