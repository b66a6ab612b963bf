package dev.nodestart.cli;

import dev.nodestart.emulator.launch.ClusterRun;
import dev.nodestart.emulator.launch.EngineAccess;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code nodestart ps}. */
@Command(
        name = "ps",
        description = "Lists the runs on this engine, newest first: those that start or run, and those that failed and"
                + " were kept with --keep.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  nodestart ps",
            "  nodestart ps --json | jq -r '.runs[0].nodes[] | .role + \" \" + .ip'",
            "%nA RUN of other commands is an id from the first column, its beginning, or its last eight characters."
        })
final class PsCommand extends NodestartCommand {
    @Option(names = "--json", description = "Print one JSON document: every run with its nodes.")
    boolean json;

    PsCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        EngineAccess access = engine().connect();
        try (var engine = access.engine()) {
            List<ClusterRun> runs = EngineRuns.of(engine).all();
            if (json) {
                Json.print(terminal, RunJson.runs(runs));
            } else if (runs.isEmpty()) {
                say("No run is on this engine. Start one with [nodestart launch IMAGE --detach].");
            } else {
                lines(runs, Instant.now()).forEach(terminal.out()::println);
            }
            return 0;
        }
    }

    static List<String> lines(List<ClusterRun> runs, Instant now) {
        Table table = new Table("RUN", "STATE", "IMAGE", "SPARK VERSION", "NODES", "USER", "AGE", "DETACHED");
        for (ClusterRun run : runs) {
            table.row(List.of(
                    run.runId(),
                    run.state().name(),
                    run.image(),
                    run.sparkVersion(),
                    Integer.toString(run.nodes().size()),
                    run.user(),
                    Age.text(Duration.between(run.created(), now)),
                    run.detached() ? "yes" : "no"));
        }
        return table.lines();
    }
}
