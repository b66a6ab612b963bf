package dev.nodestart.conformance.report;

import dev.nodestart.emulator.model.InitScriptRun;
import dev.nodestart.emulator.model.InitScriptStatus;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.model.Stage;
import dev.nodestart.emulator.model.StageOutcome;
import dev.nodestart.emulator.model.StageRun;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The boot as a drawing: a row for each stage and script of a node, and one row for each worker of a larger cluster, its
 * stages side by side in the same colours. Labels stand left of the drawing's area, times right of it.
 */
final class SvgTimeline {

    private static final int WORKERS_IN_FULL = 2;
    private static final int TOP = 26;
    private static final int ROW = 20;
    private static final int LABEL_CHARACTERS = 17;

    private final Launch launch;
    private final SvgScale scale;
    private final Html rows = new Html();
    private int y = TOP;

    private SvgTimeline(Launch launch) {
        this.launch = launch;
        this.scale = new SvgScale(Timeline.start(launch.stages()), Timeline.end(launch.stages()));
    }

    static void write(Launch launch, Html html) {
        new SvgTimeline(launch).draw(html);
    }

    private void draw(Html html) {
        Map<String, List<StageRun>> nodes = Timeline.byNode(launch);
        long workers = nodes.keySet().stream().filter(Timeline::isWorker).count();
        nodes.forEach((node, runs) -> {
            boolean failed = runs.stream().anyMatch(Timeline::failed);
            if (!Timeline.isWorker(node) || workers <= WORKERS_IN_FULL || failed) {
                waterfall(node, runs);
            }
        });
        boolean heading = false;
        for (Map.Entry<String, List<StageRun>> node : nodes.entrySet()) {
            boolean failed = node.getValue().stream().anyMatch(Timeline::failed);
            if (Timeline.isWorker(node.getKey()) && workers > WORKERS_IN_FULL && !failed) {
                if (!heading) {
                    heading("workers");
                    heading = true;
                }
                lane(node.getKey(), node.getValue());
            }
        }
        int height = y + 6;
        html.open(
                "svg",
                "role",
                "img",
                "width",
                "100%",
                "height",
                Integer.toString(height),
                "aria-label",
                "Timeline of the boot, " + Durations.text(Headline.total(launch))
                        + " long; the table below has its times");
        axis(height, html);
        html.raw(rows.toString()).close("svg");
    }

    private void axis(int height, Html html) {
        List<Duration> ticks = scale.ticks();
        for (int i = 0; i < ticks.size(); i++) {
            String x = scale.at(ticks.get(i));
            // a narrow page has no room for every second one
            String style = i % 2 == 0 ? "tick" : "tick minor";
            html.open("line", "class", "grid", "x1", x, "x2", x, "y1", "18", "y2", Integer.toString(height));
            html.close("line").element("text", SvgScale.label(ticks.get(i)), "class", style, "x", x, "y", "12");
        }
    }

    private void heading(String name) {
        y += 4;
        String line = Integer.toString(y);
        // moved, so that it ends under the times
        rows.open(
                        "line",
                        "class",
                        "rule",
                        "transform",
                        "translate(74)",
                        "x1",
                        "-224",
                        "x2",
                        "100%",
                        "y1",
                        line,
                        "y2",
                        line)
                .close("line");
        rows.element("text", name, "class", "node", "x", "-150", "y", Integer.toString(y + 17));
        y += 24;
    }

    private void waterfall(String node, List<StageRun> runs) {
        heading(node);
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
        group(name + ": " + run.outcome().reportName() + ", " + Durations.text(run.duration())
                + (run.detail().isEmpty() ? "" : ", " + run.detail()));
        label(name, "-138", failed ? "bad" : "stage");
        if (run.outcome() == StageOutcome.SKIPPED) {
            word("skipped", "skipped", run.startedAt(), run.startedAt());
        } else {
            bar("s-" + name + (failed ? " failed" : ""), run.startedAt(), run.duration(), 4, 12);
            time(run.duration());
            if (failed) {
                word(
                        run.outcome().reportName(),
                        "bad",
                        run.startedAt(),
                        run.startedAt().plus(run.duration()));
            }
        }
        rows.close("g").newLine();
        y += ROW;
    }

    /** Scripts run one after the other, so each starts where the one before ended. */
    private void scripts(String node, Instant start) {
        Instant from = start;
        for (InitScriptRun script : launch.initScripts()) {
            if (!script.node().equals(node)) {
                continue;
            }
            boolean bad = script.status() != InitScriptStatus.SUCCEEDED;
            boolean ran = bad ? script.exitCode().isPresent() : true;
            group(script.destination() + ": " + script.status() + ", " + Durations.text(script.duration()));
            label(name(script.destination()), "-126", ran && bad ? "bad" : "script");
            if (ran) {
                bar("script" + (bad ? " failed" : ""), from, script.duration(), 7, 6);
                time(script.duration());
            } else {
                word(script.status().name().replace('_', ' ').toLowerCase(Locale.ROOT), "skipped", from, from);
            }
            rows.close("g").newLine();
            from = from.plus(script.duration());
            y += ROW;
        }
    }

    private void lane(String node, List<StageRun> runs) {
        Duration total = Duration.between(Timeline.start(runs), Timeline.end(runs));
        rows.open("g");
        label(node, "-138", "stage");
        for (StageRun run : runs) {
            if (run.outcome() != StageOutcome.SKIPPED) {
                String name = run.stage().reportName();
                rows.open("g").element("title", node + ", " + name + ": " + Durations.text(run.duration()));
                bar("s-" + name, run.startedAt(), run.duration(), 4, 12);
                rows.close("g");
            }
        }
        time(total);
        rows.close("g").newLine();
        y += ROW;
    }

    private void group(String title) {
        rows.open("g").element("title", title);
    }

    private void label(String text, String x, String style) {
        String shown = text.length() <= LABEL_CHARACTERS ? text : text.substring(0, LABEL_CHARACTERS - 1) + "…";
        rows.element("text", shown, "class", style, "x", x, "y", Integer.toString(y + 14));
    }

    private void bar(String style, Instant from, Duration duration, int down, int height) {
        rows.open(
                        "rect",
                        "class",
                        style,
                        "x",
                        scale.at(from),
                        "y",
                        Integer.toString(y + down),
                        "width",
                        scale.width(duration),
                        "height",
                        Integer.toString(height),
                        "rx",
                        "2")
                .close("rect");
    }

    private void time(Duration duration) {
        String place = Integer.toString(y + 14);
        rows.element("text", Durations.text(duration), "class", "time", "x", "100%", "dx", "74", "y", place);
    }

    /** Behind what it is about, or before it where that lies far right. */
    private void word(String word, String style, Instant from, Instant to) {
        boolean before = scale.late(to);
        rows.element(
                "text",
                word,
                "class",
                style + (before ? " before" : ""),
                "x",
                scale.at(before ? from : to),
                "dx",
                before ? "-6" : "6",
                "y",
                Integer.toString(y + 14));
    }

    private static String name(String destination) {
        return destination.substring(destination.lastIndexOf('/') + 1);
    }
}
