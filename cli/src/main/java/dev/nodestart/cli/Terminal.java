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

    static Terminal ofProcess(Map<String, String> environment) {
        // the launcher script knows whether each stream is a terminal; Java only knows it of both at once
        boolean terminal = environment
                .getOrDefault("NODESTART_TTY", System.console() == null ? "" : "12")
                .contains("2");
        return new Terminal(
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                terminal,
                environment);
    }

    /** How results are dressed: in colour only where standard output is a terminal. */
    Style style(boolean noColor) {
        boolean terminal = environment
                .getOrDefault("NODESTART_TTY", System.console() == null ? "" : "12")
                .contains("1");
        return Style.of(terminal, noColor, environment);
    }
}
