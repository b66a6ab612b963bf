package dev.nodestart.cli;

import dev.nodestart.conformance.InstalledSuites;
import dev.nodestart.conformance.Verifier;
import dev.nodestart.conformance.VerifyResult;
import dev.nodestart.conformance.report.ConsoleReport;
import dev.nodestart.conformance.report.ReportRequest;
import dev.nodestart.conformance.report.VerifyRecord;
import dev.nodestart.emulator.model.Launch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code nodestart report}. */
@Command(
        name = "report",
        description = {
            "Prints a run again from its recording. Needs no engine: the folder may come from another machine.",
            "Ends with the exit code that the run ended with. With --require, --policy, --only or --skip the recorded"
                    + " facts are judged again."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  nodestart report ~/.local/state/nodestart/runs/20260102-030405-abcdefgh",
            "  nodestart report abcdefgh --report json=report.json"
        })
final class ReportCommand extends NodestartCommand {
    @Parameters(paramLabel = "FOLDER", description = "The run's folder, or the id of a run of yours.")
    String folder = "";

    @Option(
            names = "--report",
            paramLabel = "FORMAT=FILE",
            description = "Write this format to a file in place of printing; may be given several times.")
    List<String> reports = new ArrayList<>();

    @Mixin
    CheckOptions checks = new CheckOptions();

    ReportCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        List<ReportRequest> requests =
                reports.stream().map(ReportRequest::parse).toList();
        VerifyResult recorded =
                VerifyRecord.load(RecordedRuns.of(terminal.environment()).folder(folder));
        VerifyResult result = checks.given() ? judgedAgain(recorded) : recorded;
        if (requests.isEmpty()) {
            print(result);
        }
        ReportFile.writeAll(requests, result);
        return result.verdict().exitCode();
    }

    /** The same facts, with other checks, another policy or other requirements. */
    private VerifyResult judgedAgain(VerifyResult recorded) {
        InstalledSuites suites = new InstalledSuites();
        Verifier verifier = new Verifier(suites, checks.read(suites), Clock.systemUTC());
        if (recorded.facts().isEmpty() && recorded.launch().state() == Launch.State.RUNNING) {
            throw CliFailure.badInput("The recording [" + recorded.launch().recording()
                    + "] has no facts, so nothing can be judged again: it was made without checks.");
        }
        return verifier.conclude(recorded.launch(), recorded.facts());
    }

    private void print(VerifyResult result) {
        StringBuilder text = new StringBuilder();
        try {
            new ConsoleReport(terminal.style(common.noColor)).write(result, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        terminal.out().print(text);
        terminal.out().flush();
    }
}
