package dev.nodestart.conformance.report;

import dev.nodestart.conformance.Verdict;
import dev.nodestart.conformance.VerifyResult;
import dev.nodestart.emulator.model.ImageInfo;
import dev.nodestart.emulator.model.Launch;
import java.time.Instant;
import java.util.List;

/** The top of the page: verdict, reason, what was looked at, and the way to the sections. */
final class HtmlHeader {

    private HtmlHeader() {}

    static void write(VerifyResult result, Html html) {
        Launch launch = result.launch();
        html.open("header", "class", "top " + tone(result.verdict()));
        html.open("p", "class", "verdict")
                .element("span", sign(result.verdict()), "class", "sign", "aria-hidden", "true")
                .text(result.verdict().name())
                .close("p");
        html.open("h1")
                .element("span", LaunchJson.reference(launch).orElse("no image"), "class", "image")
                .raw(" ")
                .element("span", "on DBR " + LaunchJson.line(launch), "class", "line")
                .close("h1");
        Headline.sentences(result).forEach(sentence -> html.element("p", sentence, "class", "lead"));
        html.open("dl", "class", "meta");
        launch.image().ifPresent(image -> image(image, html));
        pair("Runtime", launch.sparkVersion(), html);
        pair("Nodes", nodes(launch), html);
        launch.gpu().ifPresent(access -> pair("GPU", access.line(), html));
        pair("Started", time(launch.startedAt()), html);
        pair("Took", Durations.text(Headline.total(launch)), html);
        pair("Run", launch.runId(), html);
        pair("Exit code", Integer.toString(result.verdict().exitCode()), html);
        launch.image().ifPresent(image -> pair("Digest", image.digest().orElse("none: no registry knows it"), html));
        html.close("dl").close("header").newLine();
    }

    private static void image(ImageInfo image, Html html) {
        pair("Platform", image.os() + "/" + image.architecture(), html);
        pair("Size", LaunchSections.gigabytes(image.sizeBytes()), html);
        pair("User", image.user().isEmpty() ? "root" : image.user(), html);
        if (!image.entrypoint().isEmpty()) {
            pair("ENTRYPOINT, ignored", String.join(" ", image.entrypoint()), html);
        }
        if (!image.cmd().isEmpty()) {
            pair("CMD, ignored", String.join(" ", image.cmd()), html);
        }
    }

    private static void pair(String name, String value, Html html) {
        html.open("div").element("dt", name).element("dd", value).close("div");
    }

    private static String time(Instant moment) {
        return Moments.seconds(moment).replace('T', ' ') + " UTC";
    }

    private static String nodes(Launch launch) {
        int workers = launch.nodes().size() - 1;
        return switch (workers) {
            case -1 -> "none";
            case 0 -> "driver";
            default -> "driver, " + Text.count(workers, "worker");
        };
    }

    static void navigation(VerifyResult result, List<FactRow> facts, Html html) {
        Launch launch = result.launch();
        html.open("nav", "aria-label", "Sections").open("ul");
        link("fix", "What to fix", Advice.of(result).size(), HtmlFixes.has(result), html);
        link("boot", "Boot", launch.stages().size(), !launch.stages().isEmpty(), html);
        boolean checked = !result.checks().isEmpty();
        link("capabilities", "Capabilities", result.capabilities().size(), checked, html);
        link("checks", "Checks", result.checks().size(), checked, html);
        link("facts", "Facts", facts.size(), !facts.isEmpty(), html);
        link(
                "scripts",
                "Init scripts",
                launch.initScripts().size(),
                !launch.initScripts().isEmpty(),
                html);
        link("files", "Files", launch.overlay().size(), !launch.overlay().isEmpty(), html);
        link("events", "Events", launch.events().size(), !launch.events().isEmpty(), html);
        link("notes", "Notes", launch.notes().size(), !launch.notes().isEmpty(), html);
        html.close("ul").close("nav").newLine();
    }

    private static void link(String id, String title, int count, boolean shown, Html html) {
        if (shown) {
            html.open("li").open("a", "href", "#" + id).text(title);
            if (count > 0) {
                html.raw(" ").element("span", Integer.toString(count), "class", "count");
            }
            html.close("a").close("li");
        }
    }

    private static String tone(Verdict verdict) {
        return switch (verdict) {
            case WORKS -> "good";
            case DEGRADED, INCONCLUSIVE -> "warn";
            case DOES_NOT_BOOT -> "bad";
        };
    }

    private static String sign(Verdict verdict) {
        return switch (verdict) {
            case WORKS -> "✓";
            case DEGRADED -> "!";
            case DOES_NOT_BOOT -> "✕";
            case INCONCLUSIVE -> "?";
        };
    }
}
