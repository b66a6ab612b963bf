package dev.nodestart.cli;

import dev.nodestart.emulator.engine.ExecRun;
import dev.nodestart.emulator.launch.ClusterRun;
import dev.nodestart.emulator.launch.LiveLogs;
import dev.nodestart.emulator.recording.LogFile;
import dev.nodestart.emulator.recording.RecordedLogs;
import dev.nodestart.emulator.recording.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code nodestart logs}. */
@Command(
        name = "logs",
        description = {
            "Prints the logs of a run's nodes: their consoles, the driver's and Spark's log files; with --init-scripts"
                    + " what the init scripts wrote.",
            "Of a run that has containers they are read there, else from its recording. Empty files are left out."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  nodestart logs --init-scripts",
            "  nodestart logs --node driver --follow",
            "  nodestart logs 20260102-030405-abcdefgh --node worker-1"
        })
final class LogsCommand extends NodestartCommand {
    @Parameters(
            arity = "0..1",
            paramLabel = "RUN",
            description = "A run's id or folder; your newest running one by default, else the newest recorded one.")
    @Nullable
    String run;

    @Option(names = "--node", paramLabel = "NAME", description = "Only this node: driver, worker-1, …")
    @Nullable
    String node;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on with what one running node writes (the driver where --node names none), until Ctrl-C.")
    boolean follow;

    @Option(names = "--init-scripts", description = "The init scripts' logs in place of the others.")
    boolean initScripts;

    LogsCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        try (RunPlace place =
                RunPlace.of(Optional.ofNullable(run), this::engine, RecordedRuns.of(terminal.environment()))) {
            if (follow) {
                followed(place);
                return 0;
            }
            List<LogFile> logs = logs(place).stream()
                    .filter(log ->
                            log.ofInitScript() == initScripts && !log.text().isBlank())
                    .toList();
            print(logs);
            if (logs.isEmpty()) {
                say("There is nothing in the logs of [" + place.recording().getFileName() + "]"
                        + (initScripts ? ": no init script wrote anything." : "."));
            }
            return 0;
        }
    }

    private List<LogFile> logs(RunPlace place) {
        Recording recording = Recording.at(place.recording());
        List<LogFile> logs = new ArrayList<>();
        if (place.live().isPresent()) {
            RunPlace.Live live = place.live().get();
            for (ClusterRun.Node some : nodes(live.run())) {
                logs.addAll(RecordedLogs.console(recording, some.name()));
                logs.addAll(new LiveLogs(live.engine()).of(some));
            }
            return logs;
        }
        recording.load();
        List<String> names = RecordedLogs.nodes(recording);
        if (node != null && !names.contains(node)) {
            throw unknownNode(place, names);
        }
        for (String name : node == null ? names : List.of(node)) {
            logs.addAll(RecordedLogs.console(recording, name));
            logs.addAll(RecordedLogs.files(recording, name));
        }
        return logs;
    }

    private List<ClusterRun.Node> nodes(ClusterRun target) {
        if (node == null) {
            return target.nodes();
        }
        return List.of(target.node(node)
                .orElseThrow(() -> CliFailure.badInput("The run [" + target.runId() + "] has no node [" + node
                        + "]; its nodes are "
                        + target.nodes().stream().map(ClusterRun.Node::name).toList() + ".")));
    }

    private CliFailure unknownNode(RunPlace place, List<String> names) {
        return CliFailure.badInput("The recording [" + place.recording() + "] has no logs of a node [" + node
                + "]; it has those of " + names + ".");
    }

    private void print(List<LogFile> logs) {
        for (LogFile log : logs) {
            String where = log.folder().isEmpty() ? log.name() : log.folder() + "/" + log.name();
            terminal.out().println("==> " + log.node() + ": " + where + " <==");
            terminal.out().println(log.text().stripTrailing());
            terminal.out().println();
        }
        terminal.out().flush();
    }

    private void followed(RunPlace place) {
        RunPlace.Live live = place.live()
                .orElseThrow(() ->
                        CliFailure.badInput("The run [" + place.recording().getFileName()
                                + "] is over: leave --follow out to read its recorded logs."));
        ClusterRun.Node target = node == null && live.run().driver().isPresent()
                ? live.run().driver().get()
                : nodes(live.run()).get(0);
        if (!target.running()) {
            throw CliFailure.badInput(
                    "The node [" + target.name() + "] has stopped: leave --follow out to read its logs.");
        }
        try (ExecRun tail = new LiveLogs(live.engine()).follow(target, initScripts)) {
            tail.streams().readTo((error, bytes) -> {
                var stream = error ? terminal.err() : terminal.out();
                stream.write(bytes, 0, bytes.length);
                stream.flush();
            });
        }
    }
}
