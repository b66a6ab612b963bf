package dev.nodestart.conformance.report;

import dev.nodestart.conformance.VerifyResult;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/**
 * The HTML report: one page that loads nothing, in light and dark, and that works without JavaScript but for search,
 * filters and copying.
 */
public final class HtmlReport implements ReportWriter {

    private final Function<VerifyResult, List<FactRow>> facts;

    /** Makes a writer that shows the facts that the result holds. */
    public HtmlReport() {
        this(FactRows::of);
    }

    /**
     * Makes a writer that shows other facts.
     *
     * @param facts the facts of a result, those of a group one after the other
     */
    public HtmlReport(Function<VerifyResult, List<FactRow>> facts) {
        this.facts = facts;
    }

    @Override
    public String format() {
        return "html";
    }

    @Override
    public void write(VerifyResult result, Appendable target) throws IOException {
        HtmlAssets assets = HtmlAssets.load();
        List<FactRow> rows = facts.apply(result);
        Html html = new Html();
        head(result, assets, html);
        html.open("body").element("a", "Skip to the report", "class", "skip", "href", "#main");
        HtmlHeader.write(result, html);
        HtmlHeader.navigation(result, rows, html);
        html.open("main", "id", "main").newLine();
        HtmlFixes.write(result, html);
        HtmlBoot.write(result.launch(), html);
        HtmlMatrix.write(result, html);
        HtmlChecks.write(result.checks(), html);
        HtmlFacts.write(rows, html);
        HtmlLaunch.write(result.launch(), html);
        html.close("main").newLine();
        html.open("footer")
                .text("Made by Nodestart from the recording ")
                .element("code", result.launch().recording().toString())
                .text(". This page loads nothing from elsewhere.")
                .close("footer");
        html.open("script").raw(assets.script()).close("script");
        html.close("body").close("html").newLine();
        target.append(html.toString());
    }

    private static void head(VerifyResult result, HtmlAssets assets, Html html) {
        html.raw("<!doctype html>\n").open("html", "lang", "en").open("head");
        html.open("meta", "charset", "utf-8");
        html.open("meta", "http-equiv", "Content-Security-Policy", "content", assets.policy());
        html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.open("meta", "name", "color-scheme", "content", "light dark");
        html.open("meta", "name", "referrer", "content", "no-referrer");
        html.element("title", result.verdict() + ": " + Headline.where(result.launch()));
        // without it, a browser asks for an icon
        html.open("link", "rel", "icon", "href", "data:,");
        html.open("style").raw(assets.style()).close("style").close("head").newLine();
    }
}
