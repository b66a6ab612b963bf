package dev.nodestart.conformance.report;

import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.model.NodeInfo;
import dev.nodestart.emulator.model.StageOutcome;
import dev.nodestart.emulator.model.StageRun;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every stage of every node on one time axis; workers of a larger cluster get one line each. */
final class Timeline {

    private static final int WORKERS_IN_FULL = 2;
    private static final int WORKERS_SHOWN = 8;
    private static final int BAR_COLUMNS = 49;

    private final Page page;
    private final Instant start;
    private final double nanosPerColumn;

    private Timeline(Page page, Instant start, Instant end) {
        this.page = page;
        this.start = start;
        this.nanosPerColumn = Math.max(1, Duration.between(start, end).toNanos()) / (double) BAR_COLUMNS;
    }

    static void print(Launch launch, Page page) {
        if (launch.stages().isEmpty()) {
            return;
        }
        page.heading("Timeline");
        new Timeline(page, start(launch.stages()), end(launch.stages())).print(byNode(launch));
    }

    private void print(Map<String, List<StageRun>> nodes) {
        long workers = nodes.keySet().stream().filter(Timeline::isWorker).count();
        int shown = 0;
        for (Map.Entry<String, List<StageRun>> node : nodes.entrySet()) {
            boolean failed = node.getValue().stream().anyMatch(Timeline::failed);
            if (!isWorker(node.getKey()) || workers <= WORKERS_IN_FULL || failed) {
                full(node.getKey(), node.getValue());
            } else if (shown++ < WORKERS_SHOWN) {
                oneLine(node.getKey(), node.getValue());
            }
        }
        if (shown > WORKERS_SHOWN) {
            page.line("  … and " + (shown - WORKERS_SHOWN) + " more workers");
        }
    }

    private void full(String node, List<StageRun> runs) {
        String label = node;
        for (StageRun run : runs) {
            row(label, run.stage().reportName(), run.duration(), area(run));
            if (failed(run) && !run.detail().isEmpty()) {
                page.labelled("             ", run.detail(), page.style()::red);
            }
            label = "";
        }
    }

    private void oneLine(String node, List<StageRun> runs) {
        Instant from = start(runs);
        Duration duration = Duration.between(from, end(runs));
        row(node, "all stages", duration, bar(from, duration));
    }

    private void row(String node, String stage, Duration duration, String area) {
        page.line("  " + Text.padded(node, 10) + " " + Text.padded(stage, 17) + " "
                + Text.rightAligned(Durations.text(duration), 10) + "  " + area);
    }

    private String area(StageRun run) {
        Style style = page.style();
        return switch (run.outcome()) {
            case SKIPPED -> style.dim("skipped" + (run.detail().isEmpty() ? "" : ": " + run.detail()));
            case FAILED, ERROR ->
                style.red(bar(run.startedAt(), run.duration()) + " "
                        + run.outcome().reportName());
            case OK -> bar(run.startedAt(), run.duration());
        };
    }

    private String bar(Instant from, Duration duration) {
        int offset =
                (int) Math.min(BAR_COLUMNS - 1, Duration.between(start, from).toNanos() / nanosPerColumn);
        int length = (int) Math.min(BAR_COLUMNS - offset, Math.round(duration.toNanos() / nanosPerColumn));
        return " ".repeat(offset)
                + (length == 0 ? page.style().thinBar() : page.style().bar().repeat(length));
    }

    /** What is done once for the cluster first, then the nodes in their order. */
    static Map<String, List<StageRun>> byNode(Launch launch) {
        Map<String, List<StageRun>> nodes = new LinkedHashMap<>();
        nodes.put("cluster", new ArrayList<>());
        launch.nodes().stream().map(NodeInfo::name).forEach(name -> nodes.put(name, new ArrayList<>()));
        launch.stages()
                .forEach(run -> nodes.computeIfAbsent(run.node(), name -> new ArrayList<>())
                        .add(run));
        nodes.values().removeIf(List::isEmpty);
        return nodes;
    }

    static boolean isWorker(String node) {
        return node.startsWith("worker");
    }

    static boolean failed(StageRun run) {
        return run.outcome() == StageOutcome.FAILED || run.outcome() == StageOutcome.ERROR;
    }

    static Instant start(List<StageRun> runs) {
        return runs.stream().map(StageRun::startedAt).min(Instant::compareTo).orElse(Instant.EPOCH);
    }

    static Instant end(List<StageRun> runs) {
        return runs.stream()
                .map(run -> run.startedAt().plus(run.duration()))
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }
}
