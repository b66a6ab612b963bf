package dev.nodestart.cli;

import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.launch.ClusterLauncher;
import dev.nodestart.emulator.launch.ClusterRun;
import dev.nodestart.emulator.launch.EngineAccess;
import dev.nodestart.emulator.launch.LaunchRequest;
import dev.nodestart.emulator.launch.LaunchedCluster;
import dev.nodestart.emulator.model.ImageInfo;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.model.NodeInfo;
import dev.nodestart.emulator.recording.Recording;
import dev.nodestart.emulator.recording.RecordingException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code nodestart debug}. */
@Command(
        name = "debug",
        description = {
            "Opens a shell where a launch failed: the node's variables are set, and [rerun] runs again what failed.",
            "IMAGE is launched, with the flags of launch, and all of it is removed when the shell ends (but for --keep)."
                    + " Instead of an image, the id of a run that was kept after it failed can be given; your newest one"
                    + " by default.",
            "A node whose container has ended is looked at in a copy of it, on the same network, that is removed when"
                    + " the shell ends. So is a node whose image has no shell: its copy is given one, a static BusyBox of"
                    + " this machine or the bash of another image on the engine; where there is neither, the files are"
                    + " shown from outside.",
            "%nWhere standard input is no terminal, what comes on it is run. Ends with the shell's exit code."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  nodestart debug my/image:1.4",
            "  nodestart debug my/image:1.4 --init-script ./setup.sh",
            "  nodestart debug 20260102-030405-abcdefgh",
            "  echo rerun | nodestart debug my/image:1.4"
        })
final class DebugCommand extends NodestartCommand {
    @Mixin
    LaunchOptions options = new LaunchOptions();

    DebugCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() throws InterruptedException {
        RunsFolder folder = RunsFolder.of(terminal.environment(), EngineAtHand.home());
        EngineAccess access = engine().connectOrStart();
        EngineRuns runs = EngineRuns.of(access.engine());
        Optional<String> name = Optional.ofNullable(options.image);
        Optional<ClusterRun> kept = options.cluster.spec != null
                ? Optional.empty()
                : name.isPresent() ? name.flatMap(runs::find) : newestFailed(runs);
        if (kept.isPresent()) {
            return ofRun(access.engine(), kept.get());
        }
        if (!options.namesAnImage()) {
            throw CliFailure.badInput("No failed run of yours is on this engine. Make it fail once more with [nodestart"
                    + " debug IMAGE], or keep it the next time with [nodestart launch IMAGE --keep].");
        }
        name.flatMap(given -> RunNames.find(given, folder.runIds(), run -> List.of(run)))
                .ifPresent(run -> gone(folder.path().resolve(run), run));
        folder.makeRoom(runs::ids);
        LaunchRequest request = new Planning(terminal, common)
                .plan(options.flags(Optional.empty(), folder.path(), false, Optional.empty()));
        return ofLaunch(access, request);
    }

    private static Optional<ClusterRun> newestFailed(EngineRuns runs) {
        return runs.mine().stream()
                .filter(run -> run.state() == ClusterRun.State.FAILED)
                .findFirst();
    }

    private static void gone(Path recording, String run) {
        String image = recorded(recording)
                .flatMap(Launch::image)
                .map(known -> known.reference())
                .orElse("IMAGE");
        throw CliFailure.badInput(
                "The nodes of run [" + run + "] are gone. Make it fail once more with [nodestart debug " + image
                        + "], or read what was said with [nodestart logs " + run + "].");
    }

    private int ofLaunch(EngineAccess access, LaunchRequest request) throws InterruptedException {
        say("Starting " + request.image().reference() + " as a node of DBR "
                + request.runtime().line() + " …");
        ClusterLauncher launcher = new ClusterLauncher(access, Clock.systemUTC(), new Random());
        try (LaunchedCluster cluster = launcher.launch(request, new Progress(terminal, common))) {
            Launch launch = cluster.launch();
            if (launch.state() == Launch.State.RUNNING) {
                say("It is RUNNING: there is no failure to look at. What works on it is said by [nodestart verify "
                        + request.image().reference() + "].");
                return 0;
            }
            FailurePoint failure = FailurePoint.of(launch)
                    .orElseThrow(() -> new CliFailure(4, launch.trouble().orElse("It failed.")));
            Optional<ClusterRun> run = EngineRuns.of(access.engine()).find(launch.runId());
            if (run.flatMap(known -> known.node(failure.node())).isEmpty()) {
                terminal.err().println("nodestart: " + failure.why());
                throw CliFailure.badInput(
                        "It failed at " + failure.stage().reportName() + ", before there was a node to look into.");
            }
            int code = shell(access.engine(), run.get(), launch, failure);
            if (options.cluster.keep) {
                Kept.say(terminal, cluster);
            }
            return code;
        }
    }

    private int ofRun(Engine engine, ClusterRun run) {
        Launch launch = run.recording()
                .flatMap(DebugCommand::recorded)
                .orElseThrow(() -> CliFailure.badInput("The run [" + run.runId()
                        + "] was recorded elsewhere. Look into it with [nodestart shell " + run.runId() + "]."));
        FailurePoint failure = FailurePoint.of(launch)
                .orElseThrow(() -> CliFailure.badInput("Nothing failed in the run [" + run.runId()
                        + "]. Look into it with [nodestart shell " + run.runId() + "]."));
        return shell(engine, run, launch, failure);
    }

    private static Optional<Launch> recorded(Path folder) {
        try {
            return Optional.of(Recording.at(folder).load());
        } catch (RecordingException e) {
            return Optional.empty();
        }
    }

    private int shell(Engine engine, ClusterRun run, Launch launch, FailurePoint failure) {
        ClusterRun.Node node = run.node(failure.node())
                .orElseThrow(() -> CliFailure.badInput("The node [" + failure.node() + "] of run [" + run.runId()
                        + "] is gone. Read what was said with [nodestart logs " + run.runId() + "]."));
        String ip = launch.nodes().stream()
                .filter(known -> known.name().equals(node.name()))
                .map(NodeInfo::ip)
                .findFirst()
                .orElse("");
        String architecture = launch.image().map(ImageInfo::architecture).orElse("amd64");
        String path = terminal.environment().getOrDefault("PATH", "");
        return new FailedNode(engine, run, node, ip)
                .look(
                        new DebugShell(engine, terminal, System.in),
                        failure,
                        () -> ToolBox.atHand(engine, run.runId(), architecture, path),
                        this::say);
    }
}
