package dev.nodestart.conformance.report;

import java.time.Duration;
import java.util.List;

/** The lines of a TAP 14 stream; texts of a YAML block are quoted in the form that YAML shares with JSON. */
final class TapLines {

    private final StringBuilder text = new StringBuilder("TAP version 14\n");
    private int points;

    void plan(long count) {
        text.append("1..").append(count).append('\n');
    }

    void comment(String comment) {
        text.append("# ").append(Text.oneLine(comment)).append('\n');
    }

    void point(boolean ok, String name) {
        text.append(ok ? "ok " : "not ok ").append(++points).append(" - ");
        escaped(name);
        text.append('\n');
    }

    void skipped(String name, String reason) {
        text.append("ok ").append(++points).append(" - ");
        escaped(name);
        text.append(" # SKIP ").append(Text.oneLine(reason)).append('\n');
    }

    void bailOut(String reason) {
        text.append("Bail out! ").append(Text.oneLine(reason)).append('\n');
    }

    void startYaml() {
        text.append("  ---\n");
    }

    void endYaml() {
        text.append("  ...\n");
    }

    void field(String name, String value) {
        text.append("  ").append(name).append(": ");
        quoted(value);
        text.append('\n');
    }

    /** Nothing where there are no lines. */
    void lines(String name, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        text.append("  ").append(name).append(":\n");
        for (String line : lines) {
            text.append("    - ");
            quoted(line);
            text.append('\n');
        }
    }

    void duration(Duration duration) {
        text.append("  duration_ms: ").append(duration.toMillis()).append('\n');
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** A number sign would start a directive. */
    private void escaped(String name) {
        String line = Text.oneLine(name);
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '#' || c == '\\') {
                text.append('\\');
            }
            text.append(c);
        }
    }

    private void quoted(String value) {
        String plain = Text.plain(value);
        text.append('"');
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            switch (c) {
                case '"', '\\' -> text.append('\\').append(c);
                case '\n' -> text.append("\\n");
                case '\t' -> text.append("\\t");
                default -> text.append(c);
            }
        }
        text.append('"');
    }
}
