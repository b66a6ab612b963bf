package dev.nodestart.cli;

import dev.nodestart.emulator.launch.ClusterLauncher;
import dev.nodestart.emulator.launch.EngineAccess;
import dev.nodestart.emulator.launch.LaunchRequest;
import dev.nodestart.emulator.launch.LaunchedCluster;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.model.NodeInfo;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code nodestart launch}: starts a cluster to work with. */
@Command(
        name = "launch",
        description = "Starts a cluster and keeps it running: in front until Ctrl-C, or detached.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  nodestart launch my/image:1.4 --detach",
            "  nodestart exec --python 'import sys; sys.version'",
            "  nodestart stop --all"
        })
final class LaunchCommand extends NodestartCommand {
    @Mixin
    LaunchOptions options = new LaunchOptions();

    @Option(names = "--detach", description = "Returns when the cluster is RUNNING and leaves it so.")
    boolean detach;

    @Option(
            names = "--ttl",
            paramLabel = "MINUTES",
            description = "How long a detached cluster may live; for ever by default.")
    @Nullable
    Integer ttl;

    @Option(names = "--json", description = "Prints one JSON document on standard output.")
    boolean json;

    LaunchCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() throws InterruptedException {
        RunsFolder folder = RunsFolder.of(terminal.environment(), EngineAtHand.home());
        Path runs = folder.path();
        LaunchRequest request = options.namesAnImage() ? plan(Optional.empty(), runs) : null;
        EngineAccess access = engine().connectOrStart();
        folder.makeRoomMeanwhile(() -> EngineRuns.of(access.engine()).ids());
        if (request == null) {
            request = plan(Optional.of(new SampleAtHand(terminal, common).on(access)), runs);
        }
        say("Starting " + request.image().reference() + " as a node of DBR "
                + request.runtime().line() + " …");
        ClusterLauncher launcher = new ClusterLauncher(access, Clock.systemUTC(), new Random());
        try (LaunchedCluster cluster = launcher.launch(request, new Progress(terminal, common))) {
            Launch launch = cluster.launch();
            if (json) {
                terminal.out().println(LaunchAnswer.json(launch).toPrettyString());
            }
            return switch (launch.state()) {
                case RUNNING -> running(cluster, launch);
                case TERMINATED ->
                    failed(cluster, launch, 3, launch.stateMessage().orElse(""));
                case INCONCLUSIVE -> failed(cluster, launch, 4, launch.trouble().orElse(""));
            };
        }
    }

    private LaunchRequest plan(Optional<LaunchOptions.Sample> sample, Path runs) {
        if (ttl != null && (ttl < 1 || !detach)) {
            throw CliFailure.badInput("--ttl takes a number of minutes from 1 on, together with --detach.");
        }
        Optional<Duration> life = Optional.ofNullable(ttl).map(Duration::ofMinutes);
        return new Planning(terminal, common).plan(options.flags(sample, runs, detach, life));
    }

    private int running(LaunchedCluster cluster, Launch launch) throws InterruptedException {
        if (!json) {
            terminal.out().println("RUNNING  " + launch.runId());
            for (NodeInfo node : launch.nodes()) {
                terminal.out().println("  " + node.name() + "  " + node.ip() + "  " + node.hostName());
            }
        }
        if (detach) {
            cluster.detach();
            say("It runs until [nodestart stop " + launch.runId() + "].");
            return 0;
        }
        say("Try [nodestart exec --python '1 + 1'] in another terminal; Ctrl-C ends the cluster.");
        String why = cluster.awaitDriverDown();
        terminal.err().println("nodestart: The driver went down: " + why + ".");
        return 3;
    }

    private int failed(LaunchedCluster cluster, Launch launch, int exitCode, String why) {
        terminal.err().println("nodestart: " + why);
        launch.termination()
                .ifPresent(reason -> terminal.err().println("  " + reason.code() + " (" + reason.type() + ")"));
        if (options.cluster.keep) {
            Kept.say(terminal, cluster);
        } else {
            terminal.err().println("  Everything that was seen: " + launch.recording());
        }
        return exitCode;
    }
}
