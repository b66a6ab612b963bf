package dev.nodestart.conformance.assertj;

import dev.nodestart.emulator.node.CellResult;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Words for failing assertions. Pure. */
final class Texts {
    private static final int LINES = 20;

    private Texts() {}

    /** What a command left: its output, its error output, its traceback; long ones keep their end. */
    static String evidence(CellResult result) {
        StringBuilder text = new StringBuilder();
        part(text, "Standard output", result.stdout());
        part(text, "Standard error", result.stderr());
        part(text, "Result", result.result().orElse(""));
        part(text, "Traceback", result.traceback().orElse(""));
        return text.isEmpty() ? "\nIt wrote nothing." : text.toString();
    }

    static void part(StringBuilder text, String label, String content) {
        List<String> lines = content.stripTrailing().lines().toList();
        if (lines.isEmpty()) {
            return;
        }
        int skipped = Math.max(0, lines.size() - LINES);
        text.append('\n').append(label).append(skipped == 0 ? ":" : " (the last " + LINES + " lines):");
        lines.subList(skipped, lines.size()).forEach(line -> text.append("\n  ").append(line));
    }

    /** How it ended, as the end of a sentence. */
    static String ending(CellResult result) {
        return switch (result.status()) {
            case OK -> "ended well";
            case ERROR -> result.traceback().isPresent() ? "raised" : "left exit code [" + result.exitCode() + "]";
            case FAILED -> "could not be run: its session does not start, or died";
            case TIMEOUT -> "was stopped after " + seconds(result.duration());
        };
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.2f s", duration.toMillis() / 1000.0);
    }

    /** A word that bash takes as it is. */
    static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    static String listed(Stream<String> items) {
        return items.map(item -> "\n  " + item).reduce("", String::concat);
    }
}
