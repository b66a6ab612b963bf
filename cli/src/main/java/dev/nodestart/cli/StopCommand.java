package dev.nodestart.cli;

import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.launch.ClusterRun;
import dev.nodestart.emulator.launch.Labels;
import dev.nodestart.emulator.launch.Leftovers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code nodestart stop}. */
@Command(
        name = "stop",
        description = "Stops a run and removes its containers and its network; its recording stays.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  nodestart stop 20260102-030405-abcdefgh",
            "  nodestart stop abcdefgh",
            "  nodestart stop --all      every run of yours that was left on this engine"
        })
final class StopCommand extends NodestartCommand {
    @Parameters(arity = "0..1", paramLabel = "RUN", description = "The run, as [nodestart ps] lists it.")
    @Nullable
    String run;

    @Option(
            names = "--all",
            description = "Every run of this user on this engine that no other command is still working on.")
    boolean all;

    StopCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        if (all == (run != null)) {
            throw CliFailure.badInput("Name the run to stop, or write [nodestart stop --all] for all of yours."
                    + " See them with [nodestart ps].");
        }
        try (Engine engine = engine().connect().engine()) {
            EngineRuns runs = EngineRuns.of(engine);
            List<ClusterRun> held = run == null ? runs.held() : List.of();
            List<ClusterRun> targets = new ArrayList<>(run == null ? runs.mine() : List.of(runs.named(run)));
            targets.removeAll(held);
            Leftovers leftovers = new Leftovers(engine);
            for (ClusterRun target : targets) {
                String label = Labels.ofRun(target.runId());
                Leftovers.Removed removed = leftovers.remove(label);
                int images = leftovers.removeImages(label);
                say("Stopped " + target.runId() + ": removed "
                        + Counts.text(removed.containers(), removed.networks(), removed.volumes(), images) + ".");
            }
            held.forEach(
                    other -> say("Left " + other.runId() + " alone: another command works on it. End that one, or write"
                            + " [nodestart stop " + other.runId() + "]."));
            if (targets.isEmpty() && held.isEmpty()) {
                say("No run of yours is on this engine.");
            }
            return 0;
        }
    }
}
