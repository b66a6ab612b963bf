package dev.nodestart.conformance.report;

import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.model.StageRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Where the time of a start went: as a tree, slowest first, and as a drawing. Pure. */
public final class BootAnalysis {
    private static final int NAME = 44;

    private final Launch launch;
    private final Instant origin;
    private final Map<String, List<StageRun>> nodes;

    /** Analyzes a launch that has stages. */
    public BootAnalysis(Launch launch) {
        this.launch = launch;
        this.origin = Timeline.start(launch.stages());
        this.nodes = Timeline.byNode(launch);
    }

    /** A tree of nodes, stages and scripts, each with its offset from the beginning and its duration. */
    public String show(Style style) {
        Page page = new Page(style);
        page.line(Headline.where(launch) + ", "
                + Durations.text(Duration.between(origin, Timeline.end(launch.stages()))) + " in all");
        nodes.forEach((node, runs) -> {
            Duration from = Duration.between(origin, Timeline.start(runs));
            Duration took = Duration.between(Timeline.start(runs), Timeline.end(runs));
            page.line("");
            page.line(style.bold(node) + "  @" + Durations.text(from) + " +" + Durations.text(took));
            List<BootStep> steps = BootStep.of(launch, origin, node, runs);
            for (int i = 0; i < steps.size(); i++) {
                show(steps.get(i), i == steps.size() - 1, page);
            }
        });
        return page.toString();
    }

    private static void show(BootStep step, boolean last, Page page) {
        Style style = page.style();
        String branch = step.script() ? "|    - " : last ? "`- " : "|- ";
        String name = branch + Text.oneLine(step.name());
        if (step.skipped()) {
            page.line(style.dim(Text.padded(name, NAME) + " " + skipped(step)));
            return;
        }
        String times = Text.rightAligned("@" + Durations.text(step.start()), 14)
                + Text.rightAligned("+" + Durations.text(step.duration()), 14);
        page.line(Text.padded(name, NAME) + times + (step.trouble().isEmpty() ? "" : "  " + style.red(step.trouble())));
        step.did().forEach(deed -> page.line(style.dim("|        " + Text.oneLine(deed))));
    }

    private static String skipped(BootStep step) {
        return step.trouble().isEmpty() ? "skipped" : step.trouble();
    }

    /** Stages and scripts of all nodes, the slowest first. A stage of scripts is left out: its scripts stand there. */
    public String blame(Style style) {
        Page page = new Page(style);
        List<BootStep> steps = new ArrayList<>();
        nodes.forEach((node, runs) -> {
            List<BootStep> own = BootStep.of(launch, origin, node, runs);
            boolean scripts = own.stream().anyMatch(BootStep::script);
            own.stream()
                    .filter(step -> !step.skipped())
                    .filter(step -> !scripts || !step.name().equals("init_scripts"))
                    .forEach(steps::add);
        });
        steps.sort(Comparator.comparing(BootStep::duration).reversed());
        for (BootStep step : steps) {
            page.line(Text.rightAligned(Durations.text(step.duration()), 14) + "  " + Text.padded(step.node(), 10) + " "
                    + Text.oneLine(step.name())
                    + (step.trouble().isEmpty() ? "" : "  " + style.red(step.trouble())));
        }
        return page.toString();
    }

    /** The drawing of the HTML report as an SVG file that stands alone. */
    public String plot() {
        try {
            return SvgFile.of(launch);
        } catch (IOException e) {
            throw new UncheckedIOException("A file of Nodestart's own cannot be read.", e);
        }
    }
}
