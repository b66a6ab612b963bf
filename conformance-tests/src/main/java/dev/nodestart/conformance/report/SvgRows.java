package dev.nodestart.conformance.report;

import java.time.Duration;
import java.time.Instant;

/** Rows of a timeline, from top to bottom: a label left of the drawing's area, marks in it, a time right of it. */
final class SvgRows {

    private static final int TOP = 26;
    private static final int ROW = 20;
    private static final int HEADING = 24;
    private static final int BASELINE = 14;
    private static final int LABEL_CHARACTERS = 17;

    private final SvgScale scale;
    private final Html rows = new Html();
    private int y = TOP;

    SvgRows(SvgScale scale) {
        this.scale = scale;
    }

    /** The height of all rows, with some room below. */
    int height() {
        return y + 6;
    }

    void heading(String name) {
        y += 4;
        String line = Integer.toString(y);
        // moved, so that it ends under the times
        rows.open(
                        "line",
                        "class",
                        "rule",
                        "transform",
                        "translate(74)",
                        "x1",
                        "-224",
                        "x2",
                        "100%",
                        "y1",
                        line,
                        "y2",
                        line)
                .close("line");
        rows.element("text", name, "class", "node", "x", "-150", "y", Integer.toString(y + 17));
        y += HEADING;
    }

    /** Starts a row; the title shows while a pointer rests on it. */
    void start(String title) {
        rows.open("g").element("title", title);
    }

    void end() {
        rows.close("g").newLine();
        y += ROW;
    }

    void label(String text, String x, String style) {
        String shown = text.length() <= LABEL_CHARACTERS ? text : text.substring(0, LABEL_CHARACTERS - 1) + "…";
        rows.element("text", shown, "class", style, "x", x, "y", baseline());
    }

    void time(Duration duration) {
        rows.element("text", Durations.text(duration), "class", "time", "x", "100%", "dx", "74", "y", baseline());
    }

    void bar(String style, Instant from, Duration duration) {
        bar(style, from, duration, 4, 12);
    }

    void thinBar(String style, Instant from, Duration duration) {
        bar(style, from, duration, 7, 6);
    }

    /** One of several bars of a row, with a title of its own. */
    void part(String title, String style, Instant from, Duration duration) {
        rows.open("g").element("title", title);
        bar(style, from, duration);
        rows.close("g");
    }

    private void bar(String style, Instant from, Duration duration, int down, int height) {
        rows.open(
                        "rect",
                        "class",
                        style,
                        "x",
                        scale.at(from),
                        "y",
                        Integer.toString(y + down),
                        "width",
                        scale.width(duration),
                        "height",
                        Integer.toString(height),
                        "rx",
                        "2")
                .close("rect");
    }

    /** Behind what it is about, or before it where that lies far right. */
    void word(String word, String style, Instant from, Instant to) {
        boolean before = scale.late(to);
        rows.element(
                "text",
                word,
                "class",
                style + (before ? " before" : ""),
                "x",
                scale.at(before ? from : to),
                "dx",
                before ? "-6" : "6",
                "y",
                baseline());
    }

    @Override
    public String toString() {
        return rows.toString();
    }

    private String baseline() {
        return Integer.toString(y + BASELINE);
    }
}
