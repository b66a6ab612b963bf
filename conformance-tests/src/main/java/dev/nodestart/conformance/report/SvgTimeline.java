package dev.nodestart.conformance.report;

import dev.nodestart.emulator.model.InitScriptRun;
import dev.nodestart.emulator.model.InitScriptStatus;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.model.Stage;
import dev.nodestart.emulator.model.StageOutcome;
import dev.nodestart.emulator.model.StageRun;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The boot as a drawing: a row for each stage and script of a node, and one row for each worker of a larger cluster, its
 * stages side by side in the same colours.
 */
final class SvgTimeline {

    private static final int WORKERS_IN_FULL = 2;

    private static final String STAGE = "-138";
    private static final String SCRIPT = "-126";

    private final Launch launch;
    private final SvgScale scale;
    private final SvgRows rows;

    private SvgTimeline(Launch launch) {
        this.launch = launch;
        this.scale = new SvgScale(Timeline.start(launch.stages()), Timeline.end(launch.stages()));
        this.rows = new SvgRows(scale);
    }

    /** Draws it, and gives its height. */
    static int write(Launch launch, Html html) {
        return new SvgTimeline(launch).draw(html);
    }

    private int draw(Html html) {
        Map<String, List<StageRun>> nodes = Timeline.byNode(launch);
        long workers = nodes.keySet().stream().filter(Timeline::isWorker).count();
        Map<String, List<StageRun>> lanes = new LinkedHashMap<>();
        nodes.forEach((node, runs) -> {
            boolean failed = runs.stream().anyMatch(Timeline::failed);
            if (!Timeline.isWorker(node) || workers <= WORKERS_IN_FULL || failed) {
                waterfall(node, runs);
            } else {
                lanes.put(node, runs);
            }
        });
        if (!lanes.isEmpty()) {
            rows.heading("workers");
            lanes.forEach(this::lane);
        }
        String height = Integer.toString(rows.height());
        String name = "Timeline of the boot, " + Durations.text(Headline.total(launch))
                + " long; the table below has its times";
        html.open("svg", "role", "img", "width", "100%", "height", height, "aria-label", name);
        axis(height, html);
        html.raw(rows.toString()).close("svg");
        return rows.height();
    }

    private void axis(String height, Html html) {
        List<Duration> ticks = scale.ticks();
        for (int i = 0; i < ticks.size(); i++) {
            String x = scale.at(ticks.get(i));
            // a narrow page has no room for every second one
            String style = i % 2 == 0 ? "tick" : "tick minor";
            html.open("line", "class", "grid", "x1", x, "x2", x, "y1", "18", "y2", height)
                    .close("line")
                    .element("text", SvgScale.label(ticks.get(i)), "class", style, "x", x, "y", "12");
        }
    }

    private void waterfall(String node, List<StageRun> runs) {
        rows.heading(node);
        for (StageRun run : runs) {
            stage(run);
            if (run.stage() == Stage.INIT_SCRIPTS) {
                scripts(node, run.startedAt());
            }
        }
    }

    private void stage(StageRun run) {
        boolean failed = Timeline.failed(run);
        String name = run.stage().reportName();
        rows.start(name + ": " + run.outcome().reportName() + ", " + Durations.text(run.duration())
                + (run.detail().isEmpty() ? "" : ", " + run.detail()));
        rows.label(name, STAGE, failed ? "bad" : "stage");
        if (run.outcome() == StageOutcome.SKIPPED) {
            rows.word("skipped", "skipped", run.startedAt(), run.startedAt());
        } else {
            rows.bar("s-" + name + (failed ? " failed" : ""), run.startedAt(), run.duration());
            rows.time(run.duration());
        }
        if (failed) {
            Instant end = run.startedAt().plus(run.duration());
            rows.word(run.outcome().reportName(), "bad", run.startedAt(), end);
        }
        rows.end();
    }

    /** Scripts run one after the other, so each starts where the one before ended. */
    private void scripts(String node, Instant start) {
        Instant from = start;
        for (InitScriptRun script : launch.initScripts()) {
            if (script.node().equals(node)) {
                script(script, from);
                from = from.plus(script.duration());
            }
        }
    }

    private void script(InitScriptRun script, Instant from) {
        boolean failed = script.status() != InitScriptStatus.SUCCEEDED;
        boolean ran = !failed || script.exitCode().isPresent();
        rows.start(script.destination() + ": " + script.status() + ", " + Durations.text(script.duration()));
        String name = script.destination().substring(script.destination().lastIndexOf('/') + 1);
        rows.label(name, SCRIPT, ran && failed ? "bad" : "script");
        if (ran) {
            rows.thinBar("script" + (failed ? " failed" : ""), from, script.duration());
            rows.time(script.duration());
        } else {
            rows.word(script.status().name().replace('_', ' ').toLowerCase(Locale.ROOT), "skipped", from, from);
        }
        rows.end();
    }

    private void lane(String node, List<StageRun> runs) {
        Duration total = Duration.between(Timeline.start(runs), Timeline.end(runs));
        rows.start(node + ": " + Durations.text(total));
        rows.label(node, STAGE, "stage");
        for (StageRun run : runs) {
            if (run.outcome() != StageOutcome.SKIPPED) {
                String name = run.stage().reportName();
                String title = node + ", " + name + ": " + Durations.text(run.duration());
                rows.part(title, "s-" + name, run.startedAt(), run.duration());
            }
        }
        rows.time(total);
        rows.end();
    }
}
