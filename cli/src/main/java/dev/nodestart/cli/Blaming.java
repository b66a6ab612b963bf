package dev.nodestart.cli;

import dev.nodestart.conformance.Verdict;
import dev.nodestart.conformance.VerifyResult;
import dev.nodestart.conformance.dockerfile.Dockerfile;
import dev.nodestart.conformance.dockerfile.InstructionBlame;
import dev.nodestart.conformance.report.ReportRequest;
import dev.nodestart.conformance.report.SarifReport;
import dev.nodestart.conformance.report.SourceLine;
import dev.nodestart.emulator.engine.EngineException;
import dev.nodestart.emulator.engine.EngineUnavailableException;
import dev.nodestart.emulator.launch.LaunchedCluster;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Names the instruction that brought a fault: of the Dockerfile that was given, else of the image's history. */
final class Blaming {
    private final Optional<Path> path;
    private final Optional<Dockerfile> parsed;

    private Blaming(Optional<Path> path) {
        this.path = path;
        this.parsed = path.map(Dockerfile::read);
    }

    /** Reads the Dockerfile at once: one that is not there is bad input, told before anything is started. */
    static Blaming of(Optional<Path> dockerfile) {
        try {
            return new Blaming(dockerfile);
        } catch (IllegalArgumentException e) {
            throw CliFailure.badInput(String.valueOf(e.getMessage()));
        }
    }

    InstructionBlame on(VerifyResult result, LaunchedCluster cluster) {
        if (parsed.isPresent()) {
            return InstructionBlame.of(result, parsed.get(), name(path.orElseThrow()));
        }
        if (result.verdict() == Verdict.WORKS || result.verdict() == Verdict.INCONCLUSIVE) {
            return new InstructionBlame(result, Map.of());
        }
        try {
            return cluster.imageDetails()
                    .map(details -> InstructionBlame.ofHistory(result, Dockerfile.ofHistory(details.history())))
                    .orElseGet(() -> new InstructionBlame(result, Map.of()));
        } catch (EngineException | EngineUnavailableException e) {
            return new InstructionBlame(result, Map.of());
        }
    }

    /** Where findings are shown, paths begin at the repository's root; a path from elsewhere stays what it is. */
    private static String name(Path path) {
        Path here = Path.of("").toAbsolutePath();
        Path whole = path.toAbsolutePath().normalize();
        return (whole.startsWith(here) ? here.relativize(whole) : whole)
                .toString()
                .replace('\\', '/');
    }

    /** A report that knows the lines. */
    ReportRequest with(ReportRequest report, InstructionBlame blame) {
        if (!(report.writer() instanceof SarifReport) || path.isEmpty()) {
            return report;
        }
        String file = name(path.get());
        return new ReportRequest(
                new SarifReport(
                        rule -> Optional.ofNullable(blame.lines().get(rule)).map(line -> new SourceLine(file, line))),
                report.file());
    }
}
