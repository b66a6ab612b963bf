package dev.nodestart.conformance.report;

import dev.nodestart.conformance.VerifyResult;
import java.util.List;

/** What to fix, one card each, and the parts of a finding that cards and checks share. */
final class HtmlFixes {

    private HtmlFixes() {}

    static boolean has(VerifyResult result) {
        return !Advice.of(result).isEmpty() || FixSection.noCause(result).isPresent();
    }

    static void write(VerifyResult result, Html html) {
        if (!has(result)) {
            return;
        }
        html.open("section", "id", "fix", "aria-labelledby", "fix-title");
        html.element("h2", "What to fix", "id", "fix-title");
        FixSection.noCause(result)
                .filter(sentence -> Advice.of(result).isEmpty())
                .ifPresent(sentence -> html.element("p", sentence));
        List<Advice> advice = Advice.of(result);
        html.open("ol", "class", "cards");
        advice.forEach(item -> card(item, html));
        html.close("ol").close("section").newLine();
    }

    private static void card(Advice advice, Html html) {
        html.open("li", "class", "card").element("h3", advice.what());
        remedy(advice.fix(), html);
        evidence(advice.evidence(), html);
        html.element("p", advice.mark(), "class", "source").close("li").newLine();
    }

    static void remedy(String fix, Html html) {
        for (Remedy part : Remedy.parts(fix)) {
            if (part.paste()) {
                html.open("div", "class", "paste")
                        .open("pre", "tabindex", "0")
                        .element("code", part.text())
                        .close("pre")
                        .close("div");
            } else {
                html.element("p", part.text());
            }
        }
    }

    static void evidence(List<String> evidence, Html html) {
        if (!evidence.isEmpty()) {
            html.element("p", "Evidence", "class", "label")
                    .element("pre", String.join("\n", evidence), "class", "evidence", "tabindex", "0");
        }
    }
}
