package dev.nodestart.conformance.report;

import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.model.StageOutcome;
import dev.nodestart.emulator.model.StageRun;
import java.time.Duration;

/** The boot: the timeline, and the same as a table. */
final class HtmlBoot {

    private HtmlBoot() {}

    static void write(Launch launch, Html html) {
        if (launch.stages().isEmpty()) {
            return;
        }
        html.open("section", "id", "boot", "aria-labelledby", "boot-title").element("h2", "Boot", "id", "boot-title");
        html.open("figure", "class", "timeline");
        SvgTimeline.write(launch, html);
        html.close("figure");
        html.open("details").element("summary", "The same as a table");
        HtmlTable table =
                HtmlTable.start("Stages", html, "Node", "Stage", "#Started after", "#Took", "Outcome", "Detail");
        for (StageRun run : launch.stages()) {
            html.open("tr");
            table.cell(run.node())
                    .cell(run.stage().reportName())
                    .number(Durations.text(Duration.between(launch.startedAt(), run.startedAt())))
                    .number(Durations.text(run.duration()))
                    .toned(run.outcome().reportName(), tone(run.outcome()))
                    .cell(run.detail());
            html.close("tr").newLine();
        }
        table.end();
        html.close("details").close("section").newLine();
    }

    private static String tone(StageOutcome outcome) {
        return switch (outcome) {
            case OK -> "good";
            case FAILED -> "bad";
            case SKIPPED -> "none";
            case ERROR -> "warn";
        };
    }
}
