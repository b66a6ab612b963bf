package dev.nodestart.conformance.report;

import dev.nodestart.conformance.CheckResult;
import dev.nodestart.conformance.Outcome;
import dev.nodestart.conformance.Verdict;
import dev.nodestart.conformance.VerifyResult;
import dev.nodestart.emulator.diagnosis.Diagnosis;
import dev.nodestart.emulator.model.Launch;
import java.util.List;
import java.util.Locale;

/** What to change: the known causes first, then the checks that failed. */
final class FixSection {

    private static final int EVIDENCE_LINES = 8;

    private FixSection() {}

    static void print(VerifyResult result, Page page) {
        List<CheckResult> failed = result.checks().stream()
                .filter(check -> check.outcome() == Outcome.FAIL)
                .filter(check -> !explained(check, result.diagnosis()))
                .toList();
        if (result.diagnosis().isEmpty() && failed.isEmpty()) {
            noCause(result, page);
            return;
        }
        page.heading("What to fix");
        int number = 1;
        for (Diagnosis cause : result.diagnosis()) {
            item(page, number++, cause.cause(), cause.fix(), cause.evidence(), mark(cause));
        }
        for (CheckResult check : failed) {
            item(page, number++, check.message(), check.fix(), check.evidence(), mark(check));
        }
    }

    /** A check that shows what a known cause shows needs no second item. */
    private static boolean explained(CheckResult check, List<Diagnosis> causes) {
        return causes.stream().flatMap(cause -> cause.evidence().stream()).anyMatch(check.evidence()::contains);
    }

    private static void noCause(VerifyResult result, Page page) {
        if (result.verdict() == Verdict.DOES_NOT_BOOT) {
            page.heading("What to fix");
            page.labelled("  ", "No known cause matches. The logs in the recording show what the node printed last.");
        } else if (result.launch().state() == Launch.State.INCONCLUSIVE) {
            page.heading("What to fix");
            page.labelled("  ", "Not the image: [nodestart doctor] looks at the engine and this machine.");
        }
    }

    private static void item(Page page, int number, String what, String fix, List<String> evidence, String mark) {
        Style style = page.style();
        page.labelled(String.format(Locale.ROOT, "%3d. ", number), what, style::bold);
        if (!fix.isEmpty()) {
            page.labelled("     Fix       ", fix, style::green);
        }
        evidence(page, "     Evidence  ", evidence);
        page.labelled("     Source    ", mark, style::dim);
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

    private static String mark(Diagnosis cause) {
        return cause.id() + ", " + cause.confidence().name().toLowerCase(Locale.ROOT) + "; " + cause.source();
    }

    private static String mark(CheckResult check) {
        return check.check().id() + "; " + check.check().source();
    }
}
