package dev.nodestart.conformance.facts;

import java.util.List;

/**
 * What a node answered to a {@link Question}.
 *
 * @param exitCode the command's exit status; 127 where the shell does not know the command
 * @param out standard output, without the line feeds at its end
 * @param error standard error, without the line feeds at its end
 */
public record Answer(int exitCode, String out, String error) {

    /** What {@code timeout} and the probe give for a command that was ended. */
    public static final int TIMED_OUT = 124;

    /** Whether the command succeeded. */
    public boolean ok() {
        return exitCode == 0;
    }

    /** Whether the command was ended at its limit. */
    public boolean timedOut() {
        return exitCode == TIMED_OUT;
    }

    /** The lines of standard output. */
    public List<String> lines() {
        return out.lines().toList();
    }

    /** The last line that says something, of standard error or else of standard output; empty where none does. */
    public String lastLine() {
        String said = error.isBlank() ? out : error;
        return said.lines()
                .filter(line -> !line.isBlank())
                .reduce("", (first, second) -> second)
                .strip();
    }

    /** The answer as a line or more of evidence. */
    public String shown(String command) {
        return "$ " + command + "  (exit status " + exitCode + ")" + (lastLine().isEmpty() ? "" : "\n" + lastLine());
    }
}
