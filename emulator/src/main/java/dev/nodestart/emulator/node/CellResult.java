package dev.nodestart.emulator.node;

import java.time.Duration;
import java.util.Optional;

/**
 * What one command in a running node came to.
 *
 * @param status how it ended
 * @param stdout everything it wrote to standard output
 * @param stderr everything it wrote to standard error
 * @param result the value of the cell as plain text, empty where it has none
 * @param traceback the traceback of a cell that raised; for {@link Status#FAILED} the platform's message
 * @param exitCode the exit code of a shell command, 0 or 1 for cells
 * @param duration from the request to the end
 */
public record CellResult(
        Status status,
        String stdout,
        String stderr,
        Optional<String> result,
        Optional<String> traceback,
        int exitCode,
        Duration duration) {

    /** What a command came to that ended well and wrote to standard output alone. */
    public static CellResult ok(String stdout, Duration duration) {
        return new CellResult(Status.OK, stdout, "", Optional.empty(), Optional.empty(), 0, duration);
    }

    /** The same, where something that belongs to it took that long before. */
    public CellResult after(Duration before) {
        return new CellResult(status, stdout, stderr, result, traceback, exitCode, duration.plus(before));
    }

    /** How a command ended. */
    public enum Status {
        /** It ran and ended well. */
        OK,
        /** It ran and raised, or left an exit code other than 0. */
        ERROR,
        /** Its session could not be started, or died. */
        FAILED,
        /** It was stopped at its time limit. */
        TIMEOUT
    }
}
