package dev.nodestart.conformance.docs;

import dev.nodestart.conformance.Check;
import dev.nodestart.conformance.CheckSuite;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the catalogue of checks as a Markdown page, by category. */
final class ChecksPage {
    private ChecksPage() {}

    static String render(CheckSuite suite) {
        Map<String, List<Check>> categories = suite.checks().stream()
                .collect(Collectors.groupingBy(Check::category, LinkedHashMap::new, Collectors.toList()));
        StringBuilder page = new StringBuilder("""
                # Checks

                Made from the checks themselves: `nodestart checks list` and `nodestart checks show ID` say the same.

                A check that **must** hold fails where it does not; one that **should** hold warns; **info** only tells
                something. One that *proves* a capability shows that it works; one that *belongs to* a capability can only
                show that it does not. Checks of GPUs are in [gpu.md](gpu.md).

                | category | checks |
                |---|---|
                """);
        categories.forEach((name, checks) -> page.append("| [")
                .append(name)
                .append("](#")
                .append(name)
                .append(") | ")
                .append(checks.stream().map(Check::id).collect(Collectors.joining(", ")))
                .append(" |\n"));
        categories.forEach((name, checks) -> {
            page.append("\n## ").append(name).append('\n');
            checks.forEach(check -> write(page, check));
        });
        return page.toString();
    }

    private static void write(StringBuilder page, Check check) {
        page.append("\n### ")
                .append(check.id())
                .append(": ")
                .append(check.title())
                .append("\n\n**")
                .append(check.severity().name().toLowerCase(Locale.ROOT))
                .append("**, DBR ")
                .append(check.lines())
                .append(check.capability()
                        .map(capability ->
                                ", " + (check.proof() ? "proves" : "belongs to") + " `" + capability.reportName() + "`")
                        .orElse(""))
                .append(check.tags().isEmpty() ? "" : ", tags " + String.join(", ", check.tags()))
                .append("\n\n")
                .append(check.why())
                .append("\n\n```\n")
                .append(check.remedy().strip())
                .append("\n```\n\nSource: ")
                .append(check.source())
                .append('\n');
    }
}
