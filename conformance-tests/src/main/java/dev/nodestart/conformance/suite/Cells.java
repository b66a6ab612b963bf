package dev.nodestart.conformance.suite;

import dev.nodestart.emulator.node.CellResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a cell left behind, as lines of evidence. */
final class Cells {

    private static final int LAST_LINES = 12;

    private Cells() {}

    /** The last lines of the platform's message or the traceback, of standard error, and of standard output. */
    static List<String> evidence(CellResult cell) {
        List<String> lines = new ArrayList<>();
        cell.traceback().ifPresent(text -> lines.addAll(tail(text)));
        lines.addAll(tail(cell.stderr()));
        lines.addAll(tail(cell.stdout()));
        lines.add("status " + cell.status() + ", exit code " + cell.exitCode() + ", "
                + cell.duration().toMillis() + " ms");
        return List.copyOf(lines);
    }

    /** The line that says it best: the last one of the traceback or message, else of standard error. */
    static String lastLine(CellResult cell) {
        List<String> lines = tail(cell.traceback().orElse(cell.stderr()));
        return lines.isEmpty() ? "no message" : lines.get(lines.size() - 1).strip();
    }

    /** The line that says it best in a Java stack trace: its first. */
    static String firstLine(CellResult cell) {
        return cell.traceback().orElse(cell.stderr()).lines().findFirst().orElse("no message");
    }

    private static List<String> tail(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        return lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
    }

    static String timedOut(String what, Duration limit) {
        return what + " did not end within " + limit.toSeconds() + " s.";
    }
}
