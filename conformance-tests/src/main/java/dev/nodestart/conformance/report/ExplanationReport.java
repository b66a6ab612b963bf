package dev.nodestart.conformance.report;

import dev.nodestart.emulator.explain.Blame;
import dev.nodestart.emulator.explain.Explanation;
import dev.nodestart.emulator.explain.Finding;
import dev.nodestart.emulator.explain.SeenLine;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** An explanation for people: what it was taken for, the causes, or what was seen and what to try. */
public final class ExplanationReport {
    private final Style style;

    /** Makes a writer for a terminal, a pipe or a file. */
    public ExplanationReport(Style style) {
        this.style = style;
    }

    /**
     * Writes the explanation.
     *
     * @param name what was explained, as the user named it
     * @throws IOException where the target cannot be written to
     */
    public void write(Explanation explanation, String name, Appendable target) throws IOException {
        Page page = new Page(style);
        page.labelled("", taken(explanation, name));
        explanation.notes().forEach(note -> page.labelled("Note: ", note));
        if (explanation.findings().isEmpty() && !explanation.advice().isEmpty()) {
            unexplained(explanation, page);
        }
        for (int i = 0; i < explanation.findings().size(); i++) {
            finding(explanation.findings().get(i), i + 1, page);
        }
        target.append(page.toString());
    }

    private static String taken(Explanation explanation, String name) {
        StringBuilder sentence = new StringBuilder(
                "Took [" + Text.plain(name) + "] for " + explanation.form().words());
        if (explanation.lines() > 0) {
            sentence.append(" of ").append(explanation.lines()).append(explanation.lines() == 1 ? " line" : " lines");
        }
        explanation
                .code()
                .ifPresent(code -> sentence.append(", termination reason ").append(code));
        explanation.line().ifPresent(line -> sentence.append(", DBR ").append(line));
        return sentence.append('.').toString();
    }

    private static void finding(Finding finding, int number, Page page) {
        Style style = page.style();
        page.line("");
        page.labelled(Text.rightAligned(Integer.toString(number), 3) + ". ", finding.cause(), style::bold);
        if (finding.blame() != Blame.IMAGE) {
            page.labelled("     ", finding.blame().sentence(), style::yellow);
        }
        page.labelled("     Fix       ", finding.fix(), style::green);
        lines("     Evidence  ", finding.evidence(), page);
        page.labelled(
                "     Source    ",
                finding.id() + ", " + finding.confidence().name().toLowerCase(Locale.ROOT) + ", " + finding.source(),
                style::dim);
    }

    private static void unexplained(Explanation explanation, Page page) {
        Style style = page.style();
        page.line("");
        page.labelled("", "Not known: no known cause fits what is written there.", style::bold);
        if (!explanation.seen().isEmpty()) {
            page.heading("Seen");
            lines("  ", explanation.seen(), page);
        }
        page.heading("What to try");
        explanation.advice().forEach(sentence -> page.labelled("  - ", sentence));
    }

    private static void lines(String label, List<SeenLine> lines, Page page) {
        String indent = " ".repeat(label.length());
        for (int i = 0; i < lines.size(); i++) {
            page.labelled(i == 0 ? label : indent, lines.get(i).described(), UnaryOperator.identity());
        }
    }
}
