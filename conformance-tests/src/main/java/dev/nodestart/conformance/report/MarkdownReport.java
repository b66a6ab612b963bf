package dev.nodestart.conformance.report;

import dev.nodestart.conformance.CapabilityStatus;
import dev.nodestart.conformance.CheckResult;
import dev.nodestart.conformance.Outcome;
import dev.nodestart.conformance.VerifyResult;
import dev.nodestart.emulator.model.ImageInfo;
import java.io.IOException;
import java.util.List;

/**
 * The Markdown report, for the comment of a pull request: what to fix is open, the rest folds away. It stays within the
 * 65,536 characters that GitHub takes, and starts with a comment by which a job finds it again.
 */
public final class MarkdownReport implements ReportWriter {

    /** What every report starts with. */
    static final String MARKER = "<!-- nodestart-report -->";

    private static final int LIMIT = 60_000;
    private static final int EVIDENCE_LINES = 12;

    /** Makes a writer; it holds no state. */
    public MarkdownReport() {}

    @Override
    public String format() {
        return "markdown";
    }

    @Override
    public void write(VerifyResult result, Appendable target) throws IOException {
        Markdown page = new Markdown();
        page.raw(MARKER).newLine();
        page.raw("## " + sign(result) + " " + Markdown.escaped(result.verdict().name()) + ": ")
                .raw(Markdown.code(LaunchJson.reference(result.launch()).orElse("no image")))
                .raw(" on DBR ")
                .prose(LaunchJson.line(result.launch()))
                .newLine();
        Headline.sentences(result)
                .forEach(sentence -> page.newLine().prose(sentence).newLine());
        result.launch()
                .gpu()
                .ifPresent(access ->
                        page.newLine().raw("GPU: ").prose(access.line()).newLine());
        fixes(result, page);
        matrix(result.capabilities(), result, page);
        MarkdownDetails.stages(result.launch(), page);
        MarkdownDetails.initScripts(result.launch(), page);
        open(result.checks(), page);
        MarkdownDetails.notes(result.launch(), page);
        String digest = result.launch().image().flatMap(ImageInfo::digest).orElse("no digest");
        page.newLine()
                .raw("<sub>")
                .prose("Nodestart, run " + result.launch().runId() + ", " + digest)
                .raw("</sub>")
                .newLine();
        target.append(page.toString());
    }

    private static String sign(VerifyResult result) {
        return switch (result.verdict()) {
            case WORKS -> "✅";
            case DEGRADED -> "⚠️";
            case DOES_NOT_BOOT -> "❌";
            case INCONCLUSIVE -> "❔";
        };
    }

    private static void fixes(VerifyResult result, Markdown page) {
        List<Advice> advice = Advice.of(result);
        if (advice.isEmpty()) {
            FixSection.noCause(result)
                    .ifPresent(sentence ->
                            page.raw("\n### What to fix\n\n").prose(sentence).newLine());
            return;
        }
        page.raw("\n### What to fix\n");
        for (int i = 0; i < advice.size(); i++) {
            if (page.length() > LIMIT / 2) {
                page.newLine()
                        .prose("And " + (advice.size() - i) + " more: the other formats have them all.")
                        .newLine();
                return;
            }
            fix(i + 1, advice.get(i), page);
        }
    }

    private static void fix(int number, Advice advice, Markdown page) {
        String label = number + ". ";
        String indent = " ".repeat(label.length());
        page.newLine().raw(label + "**").prose(advice.what()).raw("**").newLine();
        for (Remedy part : Remedy.parts(advice.fix())) {
            page.newLine();
            if (part.paste()) {
                page.fenced(indent, part.text().lines().toList());
            } else {
                page.raw(indent).prose(part.text()).newLine();
            }
        }
        List<String> evidence =
                advice.evidence().stream().flatMap(String::lines).toList();
        if (!evidence.isEmpty()) {
            page.newLine().raw(indent + "Evidence:\n\n");
            page.fenced(indent, evidence.subList(0, Math.min(EVIDENCE_LINES, evidence.size())));
        }
        page.newLine().raw(indent + "<sub>").prose(advice.mark()).raw("</sub>").newLine();
    }

    private static void matrix(List<CapabilityStatus> capabilities, VerifyResult result, Markdown page) {
        if (result.checks().isEmpty()) {
            return;
        }
        page.raw("\n### Capabilities\n\n");
        page.row(List.of("capability", "works", "required", "because of")).row(List.of("---", "---", "---", "---"));
        for (CapabilityStatus status : capabilities) {
            String answer = switch (status.state()) {
                case YES -> "✅ yes";
                case NO -> status.required() ? "❌ **no**" : "➖ no";
                case UNKNOWN -> status.required() ? "❔ **unknown**" : "❔ unknown";
            };
            page.row(List.of(
                    status.capability().reportName(),
                    answer,
                    status.required() ? "required" : "",
                    Markdown.escaped(String.join(", ", status.because()))));
        }
    }

    private static void open(List<CheckResult> checks, Markdown page) {
        if (checks.isEmpty()) {
            return;
        }
        List<CheckResult> open =
                checks.stream().filter(check -> check.outcome() != Outcome.PASS).toList();
        MarkdownDetails.start(
                Text.count(checks.size(), "check") + ", " + (checks.size() - open.size()) + " passed", page);
        if (!open.isEmpty()) {
            page.row(List.of("check", "outcome", "what was found")).row(List.of("---", "---", "---"));
        }
        int shown = 0;
        for (CheckResult check : open) {
            if (page.length() > LIMIT) {
                page.newLine()
                        .prose("And " + (open.size() - shown) + " more: the other formats have them all.")
                        .newLine();
                break;
            }
            shown++;
            page.row(List.of(
                    Markdown.escaped(check.check().id()), check.outcome().name(), Markdown.escaped(check.message())));
        }
        MarkdownDetails.end(page);
    }
}
