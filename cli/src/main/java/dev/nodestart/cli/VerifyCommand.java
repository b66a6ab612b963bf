package dev.nodestart.cli;

import dev.nodestart.conformance.CheckSuite;
import dev.nodestart.conformance.InstalledSuites;
import dev.nodestart.conformance.Verifier;
import dev.nodestart.conformance.VerifyOptions;
import dev.nodestart.conformance.VerifyResult;
import dev.nodestart.conformance.dockerfile.InstructionBlame;
import dev.nodestart.conformance.facts.EarlyFacts;
import dev.nodestart.conformance.facts.GpuLevel;
import dev.nodestart.conformance.report.ConsoleReport;
import dev.nodestart.conformance.report.ReportRequest;
import dev.nodestart.conformance.report.VerifyRecord;
import dev.nodestart.emulator.launch.ClusterLauncher;
import dev.nodestart.emulator.launch.EngineAccess;
import dev.nodestart.emulator.launch.LaunchRequest;
import dev.nodestart.emulator.launch.LaunchedCluster;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.gpu.OtherNodes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code nodestart verify}: launches an image, checks it, and says what works. */
@Command(
        name = "verify",
        description =
                "Starts an image as a Databricks node starts it, runs the checks, and prints what works, what does"
                        + " not, and what to change. Without IMAGE and --spec, it does so with the sample image.",
        footerHeading = "%nExit codes: 0 WORKS, 1 DEGRADED, 2 bad input, 3 DOES_NOT_BOOT, 4 INCONCLUSIVE, 130"
                + " interrupted.%n%nExamples:%n",
        footer = {
            "  nodestart verify",
            "  nodestart verify my/image:1.4 --dbr 15.4 --init-script ./setup.sh",
            "  nodestart verify --spec cluster.json --map workspace:/Shared=./scripts",
            "  nodestart verify my/image:1.4 --require jar,python,r --report json=report.json",
            "  nodestart verify my/image:1.4 --dockerfile Dockerfile --report sarif=report.sarif"
        })
final class VerifyCommand extends NodestartCommand {
    @Mixin
    LaunchOptions options = new LaunchOptions();

    @Mixin
    CheckOptions checks = new CheckOptions();

    @Option(names = "--report", paramLabel = "FORMAT=FILE", description = "Writes a report. May be repeated.")
    List<String> reports = new ArrayList<>();

    VerifyCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        InstalledSuites suites = CheckOptions.suites(Optional.ofNullable(options.cluster.descriptors));
        VerifyOptions asked = checks.read(suites);
        List<ReportRequest> wanted = reports.stream().map(ReportRequest::parse).toList();
        Blaming blaming = Blaming.of(Optional.ofNullable(checks.dockerfile));
        RunsFolder folder = RunsFolder.of(terminal.environment(), EngineAtHand.home());
        Path runs = folder.path();
        // bad input is told before an engine is started for it
        LaunchRequest request = options.namesAnImage() ? plan(Optional.empty(), runs) : null;
        EngineAccess access = engine().connectOrStart();
        folder.makeRoomMeanwhile(() -> EngineRuns.of(access.engine()).ids());
        if (request == null) {
            request = plan(Optional.of(new SampleAtHand(terminal, common).on(access)), runs);
        }
        return verify(access, request, suites, asked, wanted, blaming);
    }

    private void sayTime(Duration diagnosis) {
        if (common.debug) {
            terminal.err().println("  diagnosis printed " + diagnosis.toMillis() + " ms after the stage failed");
        }
    }

    private LaunchRequest plan(Optional<LaunchOptions.Sample> sample, Path runs) {
        return new Planning(terminal, common).plan(options.flags(sample, runs, false, Optional.empty()));
    }

    private Supplier<List<CheckSuite>> with(InstalledSuites suites, EngineAccess access, LaunchRequest request) {
        List<CheckSuite> more = new ArrayList<>();
        if (checks.everyGpuWay()) {
            more.add(new GpuWays(access, request));
        }
        if (checks.gpuLevel() == GpuLevel.FULL) {
            more.add(new OtherNodes(access, request));
        }
        return () -> Stream.concat(suites.get().stream(), more.stream()).toList();
    }

    private int verify(
            EngineAccess access,
            LaunchRequest request,
            InstalledSuites suites,
            VerifyOptions asked,
            List<ReportRequest> wanted,
            Blaming blaming)
            throws IOException, InterruptedException {
        say("Starting " + request.image().reference() + " as a node of DBR "
                + request.runtime().line() + " …");
        ClusterLauncher launcher = new ClusterLauncher(access, Clock.systemUTC(), new Random());
        if (!asked.selection().bootOnly()) {
            suites.load();
        }
        Verifier verifier = new Verifier(with(suites, access, request), asked, Clock.systemUTC());
        ConsoleReport console = new ConsoleReport(terminal.style(common.noColor));
        Progress progress = new Progress(terminal, common, () -> Rehearsal.of(verifier));
        EarlyFacts early = verifier.whileStarting(access, request);
        try (LaunchedCluster cluster = launcher.launch(request, progress, early)) {
            InstructionBlame blame = blaming.on(verifier.verify(cluster, early), cluster);
            VerifyResult result = blame.result();
            Launch launch = result.launch();
            if (launch.state() == Launch.State.RUNNING) {
                cluster.finished();
            }
            console.write(result, terminal.out());
            terminal.out().flush();
            Optional<Duration> diagnosis = SinceFailure.of(launch, Instant.now());
            VerifyRecord.save(launch.recording(), result, diagnosis);
            diagnosis.ifPresent(this::sayTime);
            ReportFile.writeAll(
                    wanted.stream().map(report -> blaming.with(report, blame)).toList(), result);
            if (options.cluster.keep && launch.state() != Launch.State.RUNNING) {
                Kept.say(terminal, cluster);
            }
            return result.verdict().exitCode();
        }
    }
}
