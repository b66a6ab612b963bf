package dev.nodestart.cli;

import dev.nodestart.conformance.report.Style;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Where a command writes: results to standard output, everything else to standard error.
 *
 * @param out results
 * @param err progress, notes and errors
 * @param interactive whether standard error is a terminal that can redraw a line
 * @param environment the process's environment
 */
record Terminal(PrintStream out, PrintStream err, boolean interactive, Map<String, String> environment) {

    /** Digits of the streams that are terminals, as the launcher script sees them: Java cannot tell them apart. */
    private static final String TERMINALS = "NODESTART_TTY";

    static Terminal ofProcess(Map<String, String> environment) {
        return new Terminal(
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                environment.getOrDefault(TERMINALS, "").contains("2"),
                environment);
    }

    /** How results are dressed: in colour only where standard output is a terminal. */
    Style style(boolean noColor) {
        return Style.of(environment.getOrDefault(TERMINALS, "").contains("1"), noColor, environment);
    }
}
