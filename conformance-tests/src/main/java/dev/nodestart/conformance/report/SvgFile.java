package dev.nodestart.conformance.report;

import dev.nodestart.emulator.model.Launch;
import java.io.IOException;
import java.util.stream.Collectors;

/** The timeline of the HTML report as a file of its own: with the rules of the page's style that it needs. */
final class SvgFile {
    private static final int WIDTH = 1100;

    /** Room for labels left of the drawing, and for times right of it, as {@code .timeline} of the page has it. */
    private static final int LEFT = 164;

    private static final int RIGHT = 90;
    private static final int HEADING = 40;

    private SvgFile() {}

    static String of(Launch launch) throws IOException {
        Html drawing = new Html();
        int height = SvgTimeline.write(launch, drawing);
        String whole = Integer.toString(height + HEADING + 12);
        Html file = new Html();
        file.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        file.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "width",
                Integer.toString(WIDTH),
                "height",
                whole,
                "viewBox",
                "0 0 " + WIDTH + " " + whole);
        file.open("style").raw(style()).close("style");
        file.open("rect", "width", "100%", "height", "100%", "fill", "var(--panel)")
                .close("rect");
        file.element("text", Headline.where(launch), "class", "node", "x", "14", "y", "24");
        file.open(
                "svg",
                "x",
                Integer.toString(LEFT),
                "y",
                Integer.toString(HEADING),
                "width",
                Integer.toString(WIDTH - LEFT - RIGHT),
                "height",
                Integer.toString(height));
        return file.raw(drawing.toString()).close("svg").close("svg").newLine().toString();
    }

    /** The page's colours, and its rules for drawings. */
    private static String style() throws IOException {
        String css = HtmlAssets.load().style();
        String colours = css.substring(0, css.indexOf("* {"));
        String rules = css.lines()
                .filter(line -> line.startsWith("svg") || line.startsWith(".s-") || line.startsWith("rect."))
                .collect(Collectors.joining("\n"));
        return colours + "text { font-family: system-ui, sans-serif; }\n" + rules + "\n";
    }
}
