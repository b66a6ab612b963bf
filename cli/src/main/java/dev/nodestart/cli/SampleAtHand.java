package dev.nodestart.cli;

import dev.nodestart.emulator.host.EngineImageBuilder;
import dev.nodestart.emulator.host.HostException;
import dev.nodestart.emulator.host.Machine;
import dev.nodestart.emulator.host.Programs;
import dev.nodestart.emulator.host.SampleImage;
import dev.nodestart.emulator.host.Workshop;
import dev.nodestart.emulator.launch.EngineAccess;
import java.nio.file.Path;

/** Has the sample image on the engine, building it the first time. */
final class SampleAtHand {
    private final Terminal terminal;
    private final CommonOptions common;

    SampleAtHand(Terminal terminal, CommonOptions common) {
        this.terminal = terminal;
        this.common = common;
    }

    LaunchOptions.Sample on(EngineAccess access) {
        String home = System.getProperty("nodestart.home", ".");
        Programs programs = Programs.of(terminal.environment());
        try {
            SampleImage sample = SampleImage.of(Path.of(home, "samples", "dbr-" + SampleImage.LINE));
            sample.ensure(new Workshop(
                    new EngineImageBuilder(access.engine()),
                    programs,
                    Machine.here(terminal.environment(), EngineAtHand.home()),
                    terminal.environment(),
                    EngineAtHand.home(),
                    new HostNotices(terminal, common)));
            return new LaunchOptions.Sample(sample.tag(), SampleImage.LINE, sample.sparkEnvVars());
        } catch (HostException e) {
            throw CliFailure.inconclusive(e.getMessage(), e);
        }
    }
}
w Planning.java <<'E'
package dev.nodestart.cli;

import dev.nodestart.emulator.launch.LaunchFlags;
import dev.nodestart.emulator.launch.LaunchPlan;
import dev.nodestart.emulator.launch.LaunchPlanner;
import dev.nodestart.emulator.launch.LaunchRequest;
import dev.nodestart.emulator.secret.SecretReader;
import dev.nodestart.emulator.spec.SpecProblem;
import java.util.List;
import java.util.stream.Collectors;

/** Turns flags into a launch, and what is wrong with them into one message. */
final class Planning {
    private final Terminal terminal;
    private final CommonOptions common;

    Planning(Terminal terminal, CommonOptions common) {
        this.terminal = terminal;
        this.common = common;
    }

    LaunchRequest plan(LaunchFlags flags) {
        LaunchPlan plan = new LaunchPlanner(SecretReader.system()).plan(flags);
        if (plan instanceof LaunchPlan.Refused refused) {
            throw CliFailure.badInput(message(refused.problems()));
        }
        LaunchPlan.Ready ready = (LaunchPlan.Ready) plan;
        if (!common.quiet) {
            ready.warnings().forEach(warning -> terminal.err().println("Warning: " + line(warning)));
        }
        return ready.request();
    }

    private static String message(List<SpecProblem> problems) {
        List<SpecProblem> errors =
                problems.stream().filter(SpecProblem::isError).toList();
        if (errors.isEmpty()) {
            return "The spec names no image. Name one on the command line, or give it a [docker_image].";
        }
        if (errors.size() == 1) {
            return line(errors.get(0));
        }
        return errors.size() + " problems:\n"
                + errors.stream().map(problem -> "  " + line(problem)).collect(Collectors.joining("\n"));
    }

    /** Place, code, message, advice. */
    static String line(SpecProblem problem) {
        StringBuilder text = new StringBuilder();
        if (!problem.pointer().isEmpty()) {
            text.append(problem.pointer()).append(": ");
        }
        if (!problem.errorCode().isEmpty()) {
            text.append(problem.errorCode()).append(": ");
        }
        text.append(problem.message());
        if (!problem.advice().isEmpty()) {
            text.append(' ').append(problem.advice());
        }
        return text.toString();
    }
}
w Progress.java <<'E'
package dev.nodestart.cli;

import dev.nodestart.emulator.launch.LaunchListener;
import dev.nodestart.emulator.model.InitScriptRun;
import dev.nodestart.emulator.model.InitScriptStatus;
import dev.nodestart.emulator.model.NodeInfo;
import dev.nodestart.emulator.model.Stage;
import dev.nodestart.emulator.model.StageOutcome;
import dev.nodestart.emulator.model.StageRun;
import java.util.Locale;

/** Shows a launch while it goes on: one line a stage, on standard error. */
final class Progress implements LaunchListener {
    private final Terminal terminal;
    private final CommonOptions common;
    private boolean lineOpen;

    Progress(Terminal terminal, CommonOptions common) {
        this.terminal = terminal;
        this.common = common;
    }

    @Override
    public void stageStarted(String node, Stage stage) {
        if (common.debug) {
            line("  " + node + ": " + stage.reportName() + " …");
        }
    }

    @Override
    public void stageFinished(StageRun run) {
        boolean trouble = run.outcome() == StageOutcome.FAILED || run.outcome() == StageOutcome.ERROR;
        if (common.debug || (trouble && !common.quiet)) {
            line("  " + run.node() + ": " + run.stage().reportName() + " " + run.outcome().reportName() + " after "
                    + millis(run.duration().toNanos()) + (common.debug && !run.detail().isEmpty() ? " (" + run.detail() + ")" : ""));
        }
    }

    @Override
    public void pulling(String progress) {
        if (common.quiet) {
            return;
        }
        if (terminal.interactive()) {
            terminal.err().print("\r\u001b[2K  pull_image: " + progress);
            terminal.err().flush();
            lineOpen = true;
        } else {
            terminal.err().println("  pull_image: " + progress);
        }
    }

    @Override
    public void nodeCreated(NodeInfo node) {
        if (common.debug) {
            line("  " + node.name() + ": container " + node.containerId() + ", " + node.ip() + ", " + node.hostName());
        }
    }

    @Override
    public void initScriptStarted(String node, String destination) {
        if (!common.quiet) {
            line("  " + node + ": init script " + destination + " …");
        }
    }

    @Override
    public void initScriptFinished(InitScriptRun run) {
        if (common.debug || (!common.quiet && run.status() != InitScriptStatus.SUCCEEDED)) {
            line("  " + run.node() + ": init script " + run.destination() + " " + run.status());
        }
    }

    @Override
    public void note(String sentence) {
        if (common.debug) {
            line("  note: " + sentence);
        }
    }

    @Override
    public void console(String node, String line) {
        if (common.debug) {
            line("  " + node + " | " + line);
        }
    }

    private void line(String text) {
        if (lineOpen) {
            terminal.err().println();
            lineOpen = false;
        }
        terminal.err().println(text);
    }

    private static String millis(long nanos) {
        return String.format(Locale.ROOT, "%.2f s", nanos / 1e9);
    }
}
w VerifyCommand.java <<'E'
package dev.nodestart.cli;

import dev.nodestart.conformance.Check;
import dev.nodestart.conformance.CheckContext;
import dev.nodestart.conformance.CheckResult;
import dev.nodestart.conformance.CheckRunner;
import dev.nodestart.conformance.CheckSuite;
import dev.nodestart.conformance.Requirements;
import dev.nodestart.conformance.Selection;
import dev.nodestart.conformance.VerifyResult;
import dev.nodestart.conformance.report.ConsoleReport;
import dev.nodestart.conformance.report.ReportRequest;
import dev.nodestart.emulator.diagnosis.Catalogue;
import dev.nodestart.emulator.diagnosis.Diagnoser;
import dev.nodestart.emulator.diagnosis.Diagnosis;
import dev.nodestart.emulator.launch.ClusterLauncher;
import dev.nodestart.emulator.launch.EngineAccess;
import dev.nodestart.emulator.launch.LaunchRequest;
import dev.nodestart.emulator.launch.LaunchedCluster;
import dev.nodestart.emulator.model.ImageInfo;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.model.NodeInfo;
import dev.nodestart.emulator.node.DriverSession;
import dev.nodestart.emulator.recording.Recording;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code nodestart verify}: launches an image, checks it, and says what works. */
@Command(
        name = "verify",
        description = "Starts an image as a Databricks node starts it, runs the checks, and prints what works, what does"
                + " not, and what to change. Without IMAGE and --spec, it does so with the sample image.",
        footerHeading = "%nExit codes: 0 WORKS, 1 DEGRADED, 2 bad input, 3 DOES_NOT_BOOT, 4 INCONCLUSIVE, 130"
                + " interrupted.%n%nExamples:%n",
        footer = {
            "  nodestart verify",
            "  nodestart verify my/image:1.4 --dbr 15.4 --init-script ./setup.sh",
            "  nodestart verify --spec cluster.json --map workspace:/Shared=./scripts",
            "  nodestart verify my/image:1.4 --require jar,python,r --report json=report.json"
        })
final class VerifyCommand extends NodestartCommand {
    @Mixin
    LaunchOptions options = new LaunchOptions();

    @Option(
            names = "--require",
            paramLabel = "CAP,…",
            description = "Capabilities that must work; else the image's label dev.nodestart.require, else"
                    + " jar,python,shell.")
    @Nullable
    String require;

    @Option(names = "--report", paramLabel = "FORMAT=FILE", description = "Writes a report. May be repeated.")
    List<String> reports = new ArrayList<>();

    @Option(
            names = "--only",
            paramLabel = "NAME,…",
            description = "Runs only these checks (ids, categories); boot runs none, the launch decides.")
    List<String> only = new ArrayList<>();

    @Option(names = "--skip", paramLabel = "NAME,…", description = "Leaves these checks out.")
    List<String> skip = new ArrayList<>();

    @Option(names = "--gpus", paramLabel = "all|N|UUID,…", description = "GPUs to hand to the node.")
    @Nullable
    String gpus;

    VerifyCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<CheckSuite> suites = CheckSuite.installed();
        List<Check> known =
                suites.stream().flatMap(suite -> suite.checks().stream()).toList();
        Selection selection = Selection.parse(only, skip, known);
        List<ReportRequest> wanted = reports.stream().map(ReportRequest::parse).toList();
        Requirements.of(Optional.ofNullable(require), Map.of());
        Path runs = RunsFolder.of(terminal.environment(), EngineAtHand.home());
        // bad input is told before an engine is started for it
        LaunchRequest request = options.namesAnImage() ? plan(Optional.empty(), runs) : null;
        EngineAccess access = engine().connectOrStart();
        if (request == null) {
            request = plan(Optional.of(new SampleAtHand(terminal, common).on(access)), runs);
        }
        return verify(access, request, suites, selection, wanted);
    }

    private LaunchRequest plan(Optional<LaunchOptions.Sample> sample, Path runs) {
        return new Planning(terminal, common).plan(options.flags(sample, runs, false, Optional.empty()));
    }

    private int verify(
            EngineAccess access,
            LaunchRequest request,
            List<CheckSuite> suites,
            Selection selection,
            List<ReportRequest> wanted)
            throws IOException, InterruptedException {
        say("Starting " + request.image().reference() + " as a node of DBR "
                + request.runtime().line() + " …");
        ClusterLauncher launcher = new ClusterLauncher(access, Clock.systemUTC(), new SecureRandom());
        try (LaunchedCluster cluster = launcher.launch(request, new Progress(terminal, common))) {
            Launch launch = cluster.launch();
            Requirements requirements = Requirements.of(
                    Optional.ofNullable(require),
                    launch.image().map(ImageInfo::labels).orElse(Map.of()));
            List<CheckResult> results = check(cluster, suites, selection);
            List<String> evidence = new ArrayList<>(EvidenceFiles.of(launch));
            evidence.addAll(VerifyResult.evidence(results, requirements));
            List<Diagnosis> causes = new Diagnoser(Catalogue.builtIn()).diagnose(launch, evidence);
            VerifyResult result = VerifyResult.conclude(launch, requirements, selection, results, causes);
            Recording.at(launch.recording());
            new ConsoleReport(terminal.style(common.noColor)).write(result, terminal.out());
            terminal.out().flush();
            for (ReportRequest report : wanted) {
                ReportFile.write(report, result);
            }
            if (options.keep && launch.state() != Launch.State.RUNNING) {
                Kept.say(terminal, cluster);
            }
            return result.verdict().exitCode();
        }
    }

    private List<CheckResult> check(LaunchedCluster cluster, List<CheckSuite> suites, Selection selection) {
        Optional<NodeInfo> driver = cluster.driver();
        if (driver.isEmpty() || selection.bootOnly()) {
            return List.of();
        }
        try (DriverSession session =
                DriverSession.open(cluster.engine().engine(), driver.get().containerId())) {
            CheckContext context = new CheckContext(cluster.launch(), session, Optional.ofNullable(gpus));
            return new CheckRunner(suites, selection, System::nanoTime).run(context);
        }
    }
}
w Kept.java <<'E'
package dev.nodestart.cli;

import dev.nodestart.emulator.launch.LaunchedCluster;

/** What is said of a failed cluster that was kept. */
final class Kept {
    private Kept() {}

    static void say(Terminal terminal, LaunchedCluster cluster) {
        cluster.keep();
        String run = cluster.launch().runId();
        terminal.err().println("Kept for you to look at:");
        terminal.err().println("  look inside   nodestart shell " + run);
        terminal.err().println("  remove it     nodestart stop " + run);
    }
}
w EvidenceFiles.java <<'E'
package dev.nodestart.cli;

import dev.nodestart.emulator.model.Launch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The lines of a recording's logs from which a cause can be read; none for a cluster that runs. */
final class EvidenceFiles {
    private static final int LINES_PER_FILE = 500;

    private EvidenceFiles() {}

    static List<String> of(Launch launch) {
        Path nodes = launch.recording().resolve("nodes");
        if (launch.state() == Launch.State.RUNNING || !Files.isDirectory(nodes)) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.walk(nodes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                List<String> all = Files.readString(file, StandardCharsets.UTF_8).lines().toList();
                lines.addAll(all.subList(Math.max(0, all.size() - LINES_PER_FILE), all.size()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }
}
w ReportFile.java <<'E'
package dev.nodestart.cli;

import dev.nodestart.conformance.VerifyResult;
import dev.nodestart.conformance.report.ReportRequest;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes one report to its file. */
final class ReportFile {
    private ReportFile() {}

    static void write(ReportRequest request, VerifyResult result) {
        Path file = request.file();
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            try (Writer writer = Files.newBufferedWriter(file)) {
                request.writer().write(result, writer);
            }
        } catch (IOException e) {
            throw CliFailure.badInput("The report [" + file + "] cannot be written: " + e.getMessage()
                    + ". Name a file in a folder that can be written to.");
        }
    }
}
w LaunchCommand.java <<'E'
package dev.nodestart.cli;

import dev.nodestart.emulator.launch.ClusterLauncher;
import dev.nodestart.emulator.launch.EngineAccess;
import dev.nodestart.emulator.launch.LaunchRequest;
import dev.nodestart.emulator.launch.LaunchedCluster;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.model.NodeInfo;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
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
        Path runs = RunsFolder.of(terminal.environment(), EngineAtHand.home());
        LaunchRequest request = options.namesAnImage() ? plan(Optional.empty(), runs) : null;
        EngineAccess access = engine().connectOrStart();
        if (request == null) {
            request = plan(Optional.of(new SampleAtHand(terminal, common).on(access)), runs);
        }
        say("Starting " + request.image().reference() + " as a node of DBR "
                + request.runtime().line() + " …");
        ClusterLauncher launcher = new ClusterLauncher(access, Clock.systemUTC(), new SecureRandom());
        try (LaunchedCluster cluster = launcher.launch(request, new Progress(terminal, common))) {
            Launch launch = cluster.launch();
            if (json) {
                terminal.out().println(LaunchAnswer.json(launch).toPrettyString());
            }
            return switch (launch.state()) {
                case RUNNING -> running(cluster, launch);
                case TERMINATED -> failed(cluster, launch, 3, launch.stateMessage().orElse(""));
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
        if (options.keep) {
            Kept.say(terminal, cluster);
        } else {
            terminal.err().println("  Everything that was seen: " + launch.recording());
        }
        return exitCode;
    }
}
w LaunchAnswer.java <<'E'
package dev.nodestart.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.model.NodeInfo;
import java.util.Locale;

/** What {@code launch --json} prints. */
final class LaunchAnswer {
    private LaunchAnswer() {}

    static ObjectNode json(Launch launch) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("run_id", launch.runId());
        json.put("cluster_id", launch.clusterId());
        json.put("state", launch.state().name());
        launch.stateMessage().ifPresent(message -> json.put("state_message", message));
        launch.trouble().ifPresent(trouble -> json.put("trouble", trouble));
        launch.termination().ifPresent(reason -> {
            ObjectNode termination = json.putObject("termination_reason");
            termination.put("code", reason.code()).put("type", reason.type().name());
            ObjectNode parameters = termination.putObject("parameters");
            reason.parameters().forEach(parameters::put);
        });
        json.put("spark_version", launch.sparkVersion());
        ArrayNode nodes = json.putArray("nodes");
        for (NodeInfo node : launch.nodes()) {
            nodes.addObject()
                    .put("name", node.name())
                    .put("role", node.role().name().toLowerCase(Locale.ROOT))
                    .put("container_id", node.containerId())
                    .put("ip", node.ip())
                    .put("host_name", node.hostName());
        }
        json.put("recording", launch.recording().toString());
        return json;
    }
}
[ -f RunsFolder.java ] || w RunsFolder.java <<'E'
package dev.nodestart.cli;

import java.nio.file.Path;
import java.util.Map;

/** Where runs leave their recordings. */
final class RunsFolder {
    private RunsFolder() {}

    static Path of(Map<String, String> environment, Path home) {
        String own = environment.getOrDefault("NODESTART_RUNS", "");
        String state = environment.getOrDefault("XDG_STATE_HOME", "");
        if (!own.isEmpty()) {
            return Path.of(own);
        }
        return (state.isEmpty() ? home.resolve(".local/state") : Path.of(state)).resolve("nodestart/runs");
    }
}
