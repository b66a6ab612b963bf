package dev.nodestart.conformance.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of an advice: a sentence to read, or lines to paste.
 *
 * @param paste whether it is there to be pasted
 * @param text one paragraph, or lines that belong together
 */
record Remedy(boolean paste, String text) {

    /** The parts of an advice, in order. */
    static List<Remedy> parts(String advice) {
        List<Remedy> parts = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        boolean paste = false;
        for (String line : Text.plain(advice).lines().toList()) {
            boolean pasted = Page.isPasted(line);
            if (pasted != paste) {
                add(paste, lines, parts);
                paste = pasted;
            }
            lines.add(line);
        }
        add(paste, lines, parts);
        return parts;
    }

    private static void add(boolean paste, List<String> lines, List<Remedy> parts) {
        if (!lines.isEmpty()) {
            parts.add(new Remedy(paste, String.join(paste ? "\n" : " ", lines)));
            lines.clear();
        }
    }
}
