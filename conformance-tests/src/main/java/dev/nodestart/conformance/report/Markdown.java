package dev.nodestart.conformance.report;

import java.util.List;

/** Markdown as GitHub and GitLab render it; what a text says is never taken as markup. */
final class Markdown {

    private static final String SPECIAL = "\\`*_[]<>|~";

    private final StringBuilder text = new StringBuilder();

    Markdown raw(String markup) {
        text.append(markup);
        return this;
    }

    Markdown prose(String prose) {
        text.append(escaped(prose));
        return this;
    }

    Markdown newLine() {
        text.append('\n');
        return this;
    }

    /** A fenced block of its own, indented so that it stays within a list item. */
    Markdown fenced(String indent, List<String> lines) {
        String fence = "`".repeat(Math.max(3, longestRun(lines) + 1));
        text.append(indent).append(fence).append("text\n");
        for (String line : lines) {
            text.append(indent)
                    .append(Text.oneLine(line).isEmpty() ? "" : Text.plain(line).replace("\n", "\n" + indent))
                    .append('\n');
        }
        text.append(indent).append(fence).append('\n');
        return this;
    }

    Markdown row(List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
        return this;
    }

    int length() {
        return text.length();
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** A name or path in code type; it may hold backticks, and bars as a table needs them. */
    static String code(String name) {
        String plain = Text.oneLine(name).replace("|", "\\|");
        String ticks = "`".repeat(longestRun(List.of(plain)) + 1);
        String space = plain.startsWith("`") || plain.endsWith("`") ? " " : "";
        return ticks + space + plain + space + ticks;
    }

    /** One line of prose: nothing in it is markup, and nobody is notified by an at sign. */
    static String escaped(String prose) {
        String line = Text.oneLine(prose);
        StringBuilder escaped = new StringBuilder(line.length() + 16);
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '&') {
                escaped.append("&amp;");
            } else if (c == '@') {
                escaped.append("&#64;");
            } else {
                escaped.append(SPECIAL.indexOf(c) >= 0 ? "\\" : "").append(c);
            }
        }
        return escaped.toString();
    }

    private static int longestRun(List<String> lines) {
        int longest = 0;
        for (String line : lines) {
            int run = 0;
            for (int i = 0; i < line.length(); i++) {
                run = line.charAt(i) == '`' ? run + 1 : 0;
                longest = Math.max(longest, run);
            }
        }
        return longest;
    }
}
