package dev.nodestart.conformance.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.function.UnaryOperator;

/** Lines of a report for people: indented, and wrapped at {@link #WIDTH} columns where that does no harm. */
final class Page {

    static final int WIDTH = 100;

    /** First words of lines that are there to be pasted: Dockerfile instructions, and commands. */
    private static final Set<String> PASTED = Set.of(
            "RUN",
            "ENV",
            "FROM",
            "COPY",
            "ADD",
            "USER",
            "ARG",
            "SHELL",
            "LABEL",
            "WORKDIR",
            "apt-get",
            "pip",
            "docker",
            "nodestart");

    /** JSON, shell, comments, anything indented. */
    private static final String PASTED_MARKS = " \t\"{}$#";

    private final Style style;
    private final StringBuilder text = new StringBuilder();

    Page(Style style) {
        this.style = style;
    }

    Style style() {
        return style;
    }

    /** A heading, with an empty line before it. */
    void heading(String heading) {
        text.append('\n').append(style.bold(heading)).append('\n');
    }

    void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }

    /** Prose after a label: the first line follows it, the others stand under its text. */
    void labelled(String label, String prose) {
        labelled(label, prose, UnaryOperator.identity());
    }

    void labelled(String label, String prose, UnaryOperator<String> dress) {
        String indent = " ".repeat(label.length());
        List<String> lines = new ArrayList<>();
        for (String part : Text.plain(prose).lines().toList()) {
            lines.addAll(isPasted(part) ? List.of(part) : wrap(part, WIDTH - label.length()));
        }
        if (lines.isEmpty()) {
            lines.add("");
        }
        for (int i = 0; i < lines.size(); i++) {
            line((i == 0 ? label : indent) + dress.apply(lines.get(i)));
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** Whether a line of advice is there to be pasted rather than read. */
    static boolean isPasted(String line) {
        int space = line.indexOf(' ');
        return !line.isEmpty()
                && (PASTED_MARKS.indexOf(line.charAt(0)) >= 0
                        || (space > 0 && PASTED.contains(line.substring(0, space))));
    }

    /** Breaks at spaces; a word that is longer than the width stays whole, so that it can still be copied. */
    static List<String> wrap(String prose, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        StringTokenizer words = new StringTokenizer(prose);
        while (words.hasMoreTokens()) {
            String word = words.nextToken();
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
