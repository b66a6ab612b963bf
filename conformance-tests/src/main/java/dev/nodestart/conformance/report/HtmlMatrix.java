package dev.nodestart.conformance.report;

import dev.nodestart.conformance.CapabilityStatus;
import dev.nodestart.conformance.VerifyResult;

/** The capability matrix; every answer leads to the checks behind it. */
final class HtmlMatrix {

    private HtmlMatrix() {}

    static void write(VerifyResult result, Html html) {
        if (result.checks().isEmpty()) {
            return;
        }
        html.open("section", "id", "capabilities", "aria-labelledby", "capabilities-title");
        html.element("h2", "Capabilities on DBR " + LaunchJson.line(result.launch()), "id", "capabilities-title");
        html.element("p", "Required by " + result.requirements().origin() + ".", "class", "hint");
        html.open("ul", "class", "matrix");
        result.capabilities().forEach(status -> cell(status, html));
        html.close("ul").close("section").newLine();
    }

    private static void cell(CapabilityStatus status, Html html) {
        html.open("li", "class", tone(status) + (status.required() ? " required" : ""));
        html.element("span", status.capability().reportName(), "class", "name");
        html.element("span", status.state().reportName(), "class", "answer");
        html.open("span", "class", "because");
        html.text(status.required() ? "required" : "not required");
        for (String id : status.because()) {
            html.raw(" · ").element("a", id, "href", "#" + HtmlChecks.anchor(id));
        }
        html.close("span").close("li").newLine();
    }

    private static String tone(CapabilityStatus status) {
        return switch (status.state()) {
            case YES -> "good";
            case NO -> status.required() ? "bad" : "none";
            case UNKNOWN -> status.required() ? "warn" : "none";
        };
    }
}
