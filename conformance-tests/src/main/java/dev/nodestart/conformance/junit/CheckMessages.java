package dev.nodestart.conformance.junit;

import dev.nodestart.conformance.CheckResult;
import java.util.List;

/** What a failing check says: what was found, what to change, and the lines that show it. Pure. */
public final class CheckMessages {
    private static final int EVIDENCE_LINES = 12;

    private CheckMessages() {}

    /** The message of one check; its first line says all that is needed to know what is wrong. */
    public static String of(CheckResult result) {
        StringBuilder text = new StringBuilder(result.check().id() + ": " + result.message());
        part(text, "Fix", result.check().remedy().lines().toList());
        part(text, "Evidence", result.evidence().stream().flatMap(String::lines).toList());
        part(text, "Why", List.of(result.check().why()));
        part(text, "Source", List.of(result.check().source()));
        return text.toString();
    }

    private static void part(StringBuilder text, String label, List<String> lines) {
        List<String> shown = lines.subList(0, Math.min(EVIDENCE_LINES, lines.size()));
        for (int i = 0; i < shown.size(); i++) {
            text.append("\n  ")
                    .append(String.format("%-10s", i == 0 ? label : ""))
                    .append(shown.get(i));
        }
        if (lines.size() > shown.size()) {
            text.append("\n  ")
                    .append(" ".repeat(10))
                    .append("and ")
                    .append(lines.size() - shown.size())
                    .append(" more lines");
        }
    }
}
