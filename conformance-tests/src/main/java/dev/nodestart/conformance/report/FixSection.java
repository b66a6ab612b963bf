package dev.nodestart.conformance.report;

import dev.nodestart.conformance.Verdict;
import dev.nodestart.conformance.VerifyResult;
import dev.nodestart.emulator.model.Launch;
import java.util.List;
import java.util.Optional;

/** What to change, for the console. */
final class FixSection {

    private static final int EVIDENCE_LINES = 8;

    private FixSection() {}

    static void print(VerifyResult result, Page page) {
        List<Advice> advice = Advice.of(result);
        if (advice.isEmpty()) {
            noCause(result).ifPresent(sentence -> {
                page.heading("What to fix");
                page.labelled("  ", sentence);
            });
            return;
        }
        page.heading("What to fix");
        for (int i = 0; i < advice.size(); i++) {
            item(page, i + 1, advice.get(i));
        }
    }

    /** What to do where nothing is known to fix. */
    static Optional<String> noCause(VerifyResult result) {
        if (result.verdict() == Verdict.DOES_NOT_BOOT) {
            return Optional.of("No known cause matches. The logs in the recording show what the node printed last.");
        }
        return result.launch().state() == Launch.State.INCONCLUSIVE
                ? Optional.of("Not the image: [nodestart doctor] looks at the engine and this machine.")
                : Optional.empty();
    }

    private static void item(Page page, int number, Advice advice) {
        Style style = page.style();
        page.labelled(Text.rightAligned(Integer.toString(number), 3) + ". ", advice.what(), style::bold);
        if (!advice.fix().isEmpty()) {
            page.labelled("     Fix       ", advice.fix(), style::green);
        }
        evidence(page, "     Evidence  ", advice.evidence());
        page.labelled("     Source    ", advice.mark(), style::dim);
    }

    private static void evidence(Page page, String label, List<String> evidence) {
        List<String> lines = evidence.stream().flatMap(String::lines).toList();
        List<String> shown = lines.subList(0, Math.min(EVIDENCE_LINES, lines.size()));
        String indent = " ".repeat(label.length());
        for (int i = 0; i < shown.size(); i++) {
            page.labelled(i == 0 ? label : indent, shown.get(i));
        }
        if (lines.size() > shown.size()) {
            page.line(indent + "and " + (lines.size() - shown.size()) + " more lines in the recording");
        }
    }
}
