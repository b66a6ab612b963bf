package dev.nodestart.cli;

import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.launch.ClusterRun;
import dev.nodestart.emulator.launch.NodeCopy;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code nodestart shell}. */
@Command(
        name = "shell",
        description = {
            "Opens a shell in a node, as root, with the node's variables, in /databricks/driver.",
            "A node that has stopped (a failed launch with --keep) is looked at in a copy of its file system, without"
                    + " a network, that is removed when the shell ends.",
            "%nWhere standard input is no terminal, what comes on it is run. Ends with the shell's exit code."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  nodestart shell",
            "  nodestart shell --node worker-1",
            "  echo 'cat /databricks/driver/logs/stderr' | nodestart shell 20260102-030405-abcdefgh"
        })
final class ShellCommand extends NodestartCommand {
    @Parameters(
            arity = "0..1",
            paramLabel = "RUN",
            description = "The run, as [nodestart ps] lists it; your newest running one by default, else your newest"
                    + " kept one.")
    @Nullable
    String run;

    @Option(
            names = "--node",
            paramLabel = "NAME",
            defaultValue = "driver",
            description = "The node: driver, worker-1, …; the driver by default.")
    String node = "driver";

    ShellCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        try (Engine engine = engine().connect().engine()) {
            ClusterRun target = EngineRuns.of(engine).anyState(Optional.ofNullable(run));
            ClusterRun.Node place = target.node(node).orElseThrow(() -> unknownNode(target));
            NodeShell shell = new NodeShell(engine, terminal, System.in);
            if (place.running()) {
                return shell.run(place.containerId());
            }
            say("The node [" + node + "] of run [" + target.runId() + "] has stopped (" + place.containerState()
                    + "): this is a copy of its file system.");
            try (NodeCopy copy = NodeCopy.of(engine, target, place)) {
                Thread hook = new Thread(copy::close, "nodestart-copy");
                Runtime.getRuntime().addShutdownHook(hook);
                int code = shell.run(copy.containerId());
                Runtime.getRuntime().removeShutdownHook(hook);
                return code;
            }
        }
    }

    private CliFailure unknownNode(ClusterRun target) {
        return CliFailure.badInput("The run [" + target.runId() + "] has no node [" + node + "]; its nodes are "
                + target.nodes().stream().map(ClusterRun.Node::name).toList() + ".");
    }
}
