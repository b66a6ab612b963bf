package dev.nodestart.conformance.report;

import dev.nodestart.conformance.CapabilityStatus;
import dev.nodestart.conformance.CheckResult;
import dev.nodestart.conformance.Outcome;
import dev.nodestart.conformance.VerifyResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The capability matrix, and the checks that did not pass. */
final class CheckSections {

    private static final int MOST_IDS = 6;

    private CheckSections() {}

    static void matrix(VerifyResult result, Page page) {
        if (result.checks().isEmpty()) {
            return;
        }
        page.heading("Capabilities on DBR " + LaunchJson.line(result.launch()) + " (required by "
                + result.requirements().origin() + ")");
        for (CapabilityStatus status : result.capabilities()) {
            String row = "  " + Text.padded(status.capability().reportName(), 18);
            String answer = Text.padded(status.state().reportName(), 8);
            String required = Text.padded(status.required() ? "required" : "", 9);
            page.line(row + dressed(status, answer, page.style()) + " " + required + " "
                    + String.join(", ", status.because()));
        }
    }

    private static String dressed(CapabilityStatus status, String answer, Style style) {
        return switch (status.state()) {
            case YES -> style.green(answer);
            case NO -> status.required() ? style.red(answer) : style.yellow(answer);
            case UNKNOWN -> status.required() ? style.yellow(answer) : style.dim(answer);
        };
    }

    /** Worst first; what to do about failures stands under "What to fix" already. */
    static void notPassed(VerifyResult result, Page page) {
        List<CheckResult> open = Stream.of(Outcome.FAIL, Outcome.ERROR, Outcome.WARN)
                .flatMap(outcome -> result.checks().stream().filter(check -> check.outcome() == outcome))
                .toList();
        Map<String, List<String>> skipped = result.checks().stream()
                .filter(check -> check.outcome() == Outcome.SKIPPED)
                .collect(Collectors.groupingBy(
                        CheckResult::message,
                        LinkedHashMap::new,
                        Collectors.mapping(check -> check.check().id(), Collectors.toList())));
        if (open.isEmpty() && skipped.isEmpty()) {
            return;
        }
        page.heading("Checks that did not pass");
        for (CheckResult check : open) {
            String label = "  " + Text.padded(check.outcome().name(), 8)
                    + Text.padded(check.check().id(), 15) + " ";
            page.labelled(label, check.message());
            if (!check.fix().isEmpty() && check.outcome() != Outcome.FAIL) {
                page.labelled(" ".repeat(label.length()), check.fix(), page.style()::dim);
            }
        }
        skipped.forEach((reason, ids) -> page.labelled("  SKIPPED ", named(ids) + ": " + reason));
    }

    /** Few checks by their ids, many by their number and what their ids begin with. */
    private static String named(List<String> ids) {
        if (ids.size() <= MOST_IDS) {
            return String.join(", ", ids);
        }
        String groups = ids.stream()
                .map(id -> id.substring(0, id.indexOf('-') + 1))
                .distinct()
                .map(group -> group + "…")
                .collect(Collectors.joining(", "));
        return ids.size() + " checks (" + groups + ")";
    }
}
