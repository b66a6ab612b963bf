package dev.nodestart.cli;

/** A command ends with an exit code and one message for people. */
final class CliFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    CliFailure(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    CliFailure(int exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** The user wrote something that cannot be done: exit code 2. */
    static CliFailure badInput(String message) {
        return new CliFailure(2, message);
    }

    /** The engine or the harness failed: exit code 4. */
    static CliFailure inconclusive(String message, Throwable cause) {
        return new CliFailure(4, message, cause);
    }

    int exitCode() {
        return exitCode;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
