package dev.nodestart.conformance.report;

import java.util.List;

/** Facts in a table that can be searched. */
final class HtmlFacts {

    private HtmlFacts() {}

    static void write(List<FactRow> facts, Html html) {
        if (facts.isEmpty()) {
            return;
        }
        html.open("section", "id", "facts", "aria-labelledby", "facts-title")
                .element("h2", "Facts", "id", "facts-title");
        html.open("form", "class", "filters", "data-filters", "facts", "hidden", "", "role", "search")
                .open("label")
                .element("span", "Search")
                .open("input", "type", "search", "id", "fact-search", "autocomplete", "off", "spellcheck", "false")
                .close("label")
                .element("output", "", "id", "fact-count", "aria-live", "polite")
                .close("form");
        HtmlTable table = HtmlTable.start("Facts", html, "Group", "Name", "Value");
        String group = "";
        for (FactRow fact : facts) {
            html.open("tr", fact.group().equals(group) ? new String[0] : new String[] {"class", "first"});
            group = fact.group();
            table.cell(fact.group()).cell(fact.name()).code(fact.value());
            html.close("tr").newLine();
        }
        table.end();
        html.close("section").newLine();
    }
}
