package dev.nodestart.conformance.report;

import dev.nodestart.conformance.Check;
import dev.nodestart.conformance.CheckResult;
import dev.nodestart.conformance.Outcome;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Every check, what is wrong first; the filters show themselves once the script runs. */
final class HtmlChecks {

    /** The order of the list and of the filters. */
    private static final List<Outcome> ORDER =
            List.of(Outcome.FAIL, Outcome.ERROR, Outcome.WARN, Outcome.PASS, Outcome.SKIPPED);

    private HtmlChecks() {}

    static void write(List<CheckResult> checks, Html html) {
        if (checks.isEmpty()) {
            return;
        }
        html.open("section", "id", "checks", "aria-labelledby", "checks-title");
        html.element("h2", "Checks", "id", "checks-title");
        filters(checks, html);
        html.open("ul", "class", "checks");
        checks.stream()
                .sorted(Comparator.comparingInt(check -> ORDER.indexOf(check.outcome())))
                .forEach(check -> check(check, html));
        html.close("ul").close("section").newLine();
    }

    static String anchor(String id) {
        return "check-" + id;
    }

    private static void filters(List<CheckResult> checks, Html html) {
        html.open("form", "class", "filters", "data-filters", "checks", "hidden", "", "role", "search");
        html.open("label").element("span", "Search");
        html.open("input", "type", "search", "id", "check-search", "autocomplete", "off", "spellcheck", "false");
        html.close("label").open("label").element("span", "Category").open("select", "id", "check-category");
        html.element("option", "all", "value", "");
        Map<String, Integer> categories = new TreeMap<>();
        checks.forEach(check -> categories.merge(check.check().category(), 1, Integer::sum));
        categories.forEach(
                (category, count) -> html.element("option", category + " (" + count + ")", "value", category));
        html.close("select").close("label");
        html.open("fieldset").element("legend", "Outcome");
        for (Outcome outcome : ORDER) {
            long count =
                    checks.stream().filter(check -> check.outcome() == outcome).count();
            if (count > 0) {
                html.open("label", "class", "chip")
                        .open("input", "type", "checkbox", "name", "outcome", "value", outcome.name(), "checked", "")
                        .text(" " + outcome.name() + " ")
                        .element("span", Long.toString(count), "class", "count")
                        .close("label");
            }
        }
        html.close("fieldset").element("output", "", "id", "check-count", "aria-live", "polite");
        html.close("form").newLine();
    }

    private static void check(CheckResult result, Html html) {
        Check check = result.check();
        html.open(
                "li",
                "id",
                anchor(check.id()),
                "data-outcome",
                result.outcome().name(),
                "data-category",
                check.category());
        html.open("details", result.outcome() == Outcome.FAIL ? new String[] {"open", ""} : new String[0]);
        html.open("summary")
                .element("span", result.outcome().name(), "class", "outcome " + tone(result.outcome()))
                .element("span", check.id(), "class", "id")
                .element("span", result.outcome() == Outcome.PASS ? check.title() : result.message(), "class", "what")
                .close("summary");
        html.open("div", "class", "body");
        html.element("p", result.outcome() == Outcome.PASS ? result.message() : check.title());
        if (!result.fix().isEmpty()) {
            html.element("p", "What to do", "class", "label");
            HtmlFixes.remedy(result.fix(), html);
        }
        HtmlFixes.evidence(result.evidence(), html);
        html.element("p", "Why it matters", "class", "label").element("p", check.why());
        html.element("p", details(result), "class", "source");
        html.close("div").close("details").close("li").newLine();
    }

    private static String details(CheckResult result) {
        Check check = result.check();
        return check.category() + ", " + check.severity().reportName()
                + check.capability()
                        .map(capability -> ", speaks for " + capability.reportName())
                        .orElse("")
                + ", DBR " + check.lines() + ", " + Durations.text(result.duration()) + "; " + check.source();
    }

    static String tone(Outcome outcome) {
        return switch (outcome) {
            case PASS -> "good";
            case WARN, ERROR -> "warn";
            case FAIL -> "bad";
            case SKIPPED -> "none";
        };
    }
}
