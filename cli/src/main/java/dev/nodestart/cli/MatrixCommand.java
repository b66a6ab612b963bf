package dev.nodestart.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nodestart.conformance.InstalledSuites;
import dev.nodestart.conformance.Verifier;
import dev.nodestart.conformance.VerifyOptions;
import dev.nodestart.conformance.VerifyResult;
import dev.nodestart.conformance.report.ReportRequest;
import dev.nodestart.conformance.report.VerifyRecord;
import dev.nodestart.emulator.launch.ClusterLauncher;
import dev.nodestart.emulator.launch.EngineAccess;
import dev.nodestart.emulator.launch.LaunchListener;
import dev.nodestart.emulator.launch.LaunchRequest;
import dev.nodestart.emulator.launch.LaunchedCluster;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code nodestart matrix}: verifies several images on several runtime lines. */
@Command(
        name = "matrix",
        description = "Verifies every image on every Databricks Runtime line, several at a time, and prints one table.",
        footerHeading = "%nExit codes: 3 where one does not boot, else 1 where one is DEGRADED, else 4 where one is"
                + " INCONCLUSIVE, else 0.%n%nExamples:%n",
        footer = {
            "  nodestart matrix my/image:1.4 my/image:1.5 --dbr 14.3,15.4,16.4",
            "  nodestart matrix my/image:1.4 --dbr 15.4,16.4 --report html=reports --json"
        })
final class MatrixCommand extends NodestartCommand {
    @Parameters(arity = "1..*", paramLabel = "IMAGE", description = "The images, as docker names them.")
    List<String> images = new ArrayList<>();

    @Option(
            names = "--dbr",
            split = ",",
            paramLabel = "LINE",
            description = "Databricks Runtime lines, separated by commas; without it the spec's, else 15.4.")
    List<String> lines = new ArrayList<>();

    @Option(
            names = "--parallel",
            paramLabel = "N",
            description = "How many clusters run at a time; as many as this machine has cores by default.")
    @Nullable
    Integer parallel;

    @Mixin
    ClusterOptions cluster = new ClusterOptions();

    @Mixin
    CheckOptions checks = new CheckOptions();

    @Option(
            names = "--report",
            paramLabel = "FORMAT=FOLDER",
            description = "Writes a report of each verification into a folder. May be repeated.")
    List<String> reports = new ArrayList<>();

    @Option(names = "--json", description = "Prints one JSON document on standard output.")
    boolean json;

    MatrixCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() throws InterruptedException {
        InstalledSuites suites = CheckOptions.suites(Optional.ofNullable(cluster.descriptors));
        VerifyOptions asked = checks.read(suites);
        List<ReportRequest> wanted = reports.stream().map(ReportRequest::parse).toList();
        RunsFolder folder = RunsFolder.of(terminal.environment(), EngineAtHand.home());
        List<LaunchRequest> requests = plan(folder.path());
        int threads = threads(requests.size());
        EngineAccess access = engine().connectOrStart();
        folder.makeRoom(() -> EngineRuns.of(access.engine()).ids());
        say("Verifying " + requests.size() + " combinations, " + threads + " at a time …");
        List<MatrixCell> cells = verifyAll(access, requests, threads, new Verifier(suites, asked, Clock.systemUTC()));
        wanted.forEach(report -> cells.forEach(cell -> write(report, cell)));
        if (json) {
            Json.print(terminal, document(cells));
        } else {
            MatrixTable.of(cells).forEach(terminal.out()::println);
        }
        return MatrixCell.exitCode(cells);
    }

    /** All of them before an engine is started: bad input costs nobody a launch. */
    private List<LaunchRequest> plan(Path runs) {
        List<Optional<String>> wanted = lines.isEmpty()
                ? List.of(Optional.empty())
                : lines.stream().distinct().map(Optional::of).toList();
        return images.stream()
                .distinct()
                .flatMap(image -> wanted.stream().map(line -> plan(image, line, runs)))
                .toList();
    }

    private LaunchRequest plan(String image, Optional<String> line, Path runs) {
        return new Planning(terminal, common)
                .plan(cluster.flags(Optional.of(image), line, Map.of(), runs, false, Optional.empty()));
    }

    private int threads(int cells) {
        if (parallel != null && parallel < 1) {
            throw CliFailure.badInput("--parallel takes a number from 1 on, not [" + parallel + "].");
        }
        int wanted = parallel == null ? Runtime.getRuntime().availableProcessors() : parallel;
        return Math.min(wanted, cells);
    }

    private List<MatrixCell> verifyAll(
            EngineAccess access, List<LaunchRequest> requests, int threads, Verifier verifier)
            throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<MatrixCell>> running = requests.stream()
                    .map(request -> pool.submit(() -> verify(access, request, verifier)))
                    .toList();
            List<MatrixCell> cells = new ArrayList<>();
            for (Future<MatrixCell> one : running) {
                cells.add(one.get());
            }
            return cells;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private MatrixCell verify(EngineAccess access, LaunchRequest request, Verifier verifier)
            throws InterruptedException {
        ClusterLauncher launcher = new ClusterLauncher(access, Clock.systemUTC(), new Random());
        try (LaunchedCluster launched = launcher.launch(request, LaunchListener.NONE)) {
            VerifyResult result = verifier.verify(launched);
            VerifyRecord.save(launched.launch().recording(), result);
            MatrixCell cell = new MatrixCell(
                    request.image().reference(), request.runtime().line(), result);
            say("  " + cell.result().verdict() + "  " + cell.image() + " on " + cell.line());
            return cell;
        }
    }

    private static void write(ReportRequest report, MatrixCell cell) {
        String name = (cell.image() + "_" + cell.line()).replaceAll("[^A-Za-z0-9._-]", "_");
        Path file = report.file()
                .resolve(name + "." + ReportFile.extension(report.writer().format()));
        ReportFile.write(new ReportRequest(report.writer(), file), cell.result());
    }

    private static ObjectNode document(List<MatrixCell> cells) {
        ObjectNode document = Json.object();
        document.put("schema_version", 1);
        document.put("exit_code", MatrixCell.exitCode(cells));
        ArrayNode array = document.putArray("verifications");
        for (MatrixCell cell : cells) {
            ObjectNode node = array.addObject();
            node.put("image", cell.image());
            node.put("line", cell.line());
            node.put("verdict", cell.result().verdict().name());
            ObjectNode capabilities = node.putObject("capabilities");
            cell.result()
                    .capabilities()
                    .forEach(status -> capabilities.put(
                            status.capability().reportName(), status.state().reportName()));
            ArrayNode causes = node.putArray("diagnosis");
            cell.result()
                    .diagnosis()
                    .forEach(cause -> causes.addObject().put("id", cause.id()).put("cause", cause.cause()));
            node.put("recording", cell.result().launch().recording().toString());
        }
        return document;
    }
}
