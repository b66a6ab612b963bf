package dev.nodestart.conformance.report;

import dev.nodestart.emulator.model.InitScriptRun;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.model.Stage;
import dev.nodestart.emulator.model.StageOutcome;
import dev.nodestart.emulator.model.StageRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parts of the Markdown report that fold away. */
final class MarkdownDetails {

    private static final int COLUMNS = 5;
    private static final int SCRIPTS = 50;

    private MarkdownDetails() {}

    static void start(String summary, Markdown page) {
        page.raw("\n<details><summary>").prose(summary).raw("</summary>\n\n");
    }

    static void end(Markdown page) {
        page.raw("\n</details>\n");
    }

    /** A row for each stage, a column for each node; the workers of a larger cluster share one. */
    static void stages(Launch launch, Markdown page) {
        if (launch.stages().isEmpty()) {
            return;
        }
        Map<String, List<StageRun>> columns = new LinkedHashMap<>();
        Timeline.byNode(launch)
                .forEach((node, runs) ->
                        columns.computeIfAbsent(node, name -> new ArrayList<>()).addAll(runs));
        long workers = columns.keySet().stream().filter(Timeline::isWorker).count();
        if (columns.size() > COLUMNS) {
            List<StageRun> all = new ArrayList<>();
            columns.entrySet().removeIf(column -> Timeline.isWorker(column.getKey()) && all.addAll(column.getValue()));
            columns.put(Text.count(workers, "worker"), all);
        }
        start("Boot, stage by stage", page);
        List<String> head = new ArrayList<>(List.of("stage"));
        head.addAll(columns.keySet());
        page.row(head)
                .row(head.stream()
                        .map(column -> column.equals("stage") ? "---" : "--:")
                        .toList());
        for (Stage stage : Stage.values()) {
            row(stage, columns, page);
        }
        end(page);
    }

    private static void row(Stage stage, Map<String, List<StageRun>> columns, Markdown page) {
        List<String> cells = new ArrayList<>();
        cells.add(Markdown.code(stage.reportName()));
        columns.values()
                .forEach(runs -> cells.add(
                        cell(runs.stream().filter(run -> run.stage() == stage).toList())));
        if (cells.stream().skip(1).anyMatch(cell -> !cell.isEmpty())) {
            page.row(cells);
        }
    }

    private static String cell(List<StageRun> runs) {
        if (runs.isEmpty()) {
            return "";
        }
        long failed = runs.stream().filter(Timeline::failed).count();
        if (runs.stream().allMatch(run -> run.outcome() == StageOutcome.SKIPPED)) {
            return "skipped";
        }
        Duration shortest =
                runs.stream().map(StageRun::duration).min(Duration::compareTo).orElse(Duration.ZERO);
        Duration longest =
                runs.stream().map(StageRun::duration).max(Duration::compareTo).orElse(Duration.ZERO);
        String time = Durations.text(longest);
        if (!Durations.text(shortest).equals(time)) {
            time = Durations.text(shortest) + " to " + time;
        }
        return failed == 0 ? time : "**" + (runs.size() == 1 ? "failed" : failed + " failed") + "** " + time;
    }

    static void initScripts(Launch launch, Markdown page) {
        if (launch.initScripts().isEmpty()) {
            return;
        }
        start("Init scripts", page);
        page.row(List.of("node", "script", "status", "time", "error")).row(List.of("---", "---", "---", "--:", "---"));
        launch.initScripts().stream().limit(SCRIPTS).forEach(run -> page.row(script(run)));
        if (launch.initScripts().size() > SCRIPTS) {
            page.newLine()
                    .prose("And " + (launch.initScripts().size() - SCRIPTS) + " more.")
                    .newLine();
        }
        end(page);
    }

    private static List<String> script(InitScriptRun run) {
        return List.of(
                run.node(),
                Markdown.code(run.destination()) + (run.global() ? " (global)" : ""),
                Markdown.escaped(run.status().name()),
                Durations.text(run.duration()),
                Markdown.escaped(run.error().orElse("")));
    }

    static void notes(Launch launch, Markdown page) {
        if (launch.notes().isEmpty()) {
            return;
        }
        start("Notes", page);
        launch.notes().forEach(note -> page.raw("- ").prose(note).newLine());
        end(page);
    }
}
