package dev.nodestart.conformance.report;

/** A table that scrolls by itself where it is wider than the page. */
final class HtmlTable {

    private final Html html;

    private HtmlTable(Html html) {
        this.html = html;
    }

    /** A column whose name starts with {@code #} holds numbers. */
    static HtmlTable start(String name, Html html, String... columns) {
        html.open("div", "class", "scroll", "role", "region", "aria-label", name, "tabindex", "0");
        html.open("table").open("thead").open("tr");
        for (String column : columns) {
            if (column.startsWith("#")) {
                html.element("th", column.substring(1), "scope", "col", "class", "number");
            } else {
                html.element("th", column, "scope", "col");
            }
        }
        html.close("tr").close("thead").open("tbody").newLine();
        return new HtmlTable(html);
    }

    HtmlTable cell(String text) {
        html.element("td", text);
        return this;
    }

    HtmlTable number(String text) {
        html.element("td", text, "class", "number");
        return this;
    }

    HtmlTable code(String text) {
        html.open("td").element("code", text).close("td");
        return this;
    }

    /** A word in the colour of what it means. */
    HtmlTable toned(String text, String tone) {
        html.open("td").element("span", text, "class", "outcome " + tone).close("td");
        return this;
    }

    void end() {
        html.close("tbody").close("table").close("div").newLine();
    }
}
