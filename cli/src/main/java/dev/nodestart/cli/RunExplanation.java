package dev.nodestart.cli;

import dev.nodestart.conformance.InstalledSuites;
import dev.nodestart.conformance.Verdict;
import dev.nodestart.conformance.Verifier;
import dev.nodestart.conformance.VerifyResult;
import dev.nodestart.conformance.report.VerifyRecord;
import dev.nodestart.emulator.explain.Blame;
import dev.nodestart.emulator.explain.Explanation;
import dev.nodestart.emulator.explain.Finding;
import dev.nodestart.emulator.explain.Form;
import dev.nodestart.emulator.explain.SeenLine;
import dev.nodestart.emulator.recording.LogFile;
import dev.nodestart.emulator.recording.RecordedLogs;
import dev.nodestart.emulator.recording.Recording;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is known about a run of one's own. */
final class RunExplanation {
    private static final int SEEN = 8;

    private RunExplanation() {}

    static Explanation of(Path folder) {
        VerifyResult result = VerifyRecord.load(folder);
        if (!Files.exists(folder.resolve("verify.json"))) {
            // launched and not verified: the logs have not been asked yet
            InstalledSuites suites = new InstalledSuites();
            result = new Verifier(suites, new CheckOptions().read(suites), Clock.systemUTC())
                    .conclude(result.launch(), result.facts());
        }
        List<LogFile> logs = logs(folder);
        List<Finding> findings = result.diagnosis().stream()
                .map(cause -> new Finding(
                        cause.id(),
                        cause.cause(),
                        cause.fix(),
                        cause.evidence().stream().map(text -> place(text, logs)).toList(),
                        cause.source(),
                        cause.confidence(),
                        Blame.IMAGE))
                .toList();
        boolean works = result.verdict() == Verdict.WORKS;
        return new Explanation(
                Form.RECORDING,
                0,
                Optional.of(result.launch().line()),
                result.launch().termination().map(reason -> reason.code()),
                findings,
                findings.isEmpty() && !works ? seen(result) : List.of(),
                findings.isEmpty() && !works ? advice(result) : List.of(),
                works ? List.of("This run works: there is nothing to explain.") : List.of());
    }

    private static List<LogFile> logs(Path folder) {
        Recording recording = Recording.at(folder);
        List<LogFile> logs = new ArrayList<>();
        for (String node : RecordedLogs.nodes(recording)) {
            logs.addAll(RecordedLogs.console(recording, node));
            logs.addAll(RecordedLogs.files(recording, node));
        }
        return logs;
    }

    /** Where a line of evidence stands in the logs. */
    private static SeenLine place(String text, List<LogFile> logs) {
        for (LogFile log : logs) {
            List<String> lines = log.text().lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).strip().equals(text.strip())) {
                    String folder = log.folder().isEmpty() ? "" : log.folder() + "/";
                    return new SeenLine(i + 1L, log.node() + "/" + folder + log.name(), text);
                }
            }
        }
        return new SeenLine(0, "", text);
    }

    private static List<SeenLine> seen(VerifyResult result) {
        List<SeenLine> seen = new ArrayList<>();
        result.launch().stateMessage().ifPresent(text -> seen.add(new SeenLine(0, "state_message", text)));
        result.launch().trouble().ifPresent(text -> seen.add(new SeenLine(0, "", text)));
        result.launch().stages().stream()
                .filter(run -> !run.detail().isEmpty())
                .filter(run -> !run.outcome().reportName().equals("ok"))
                .limit(SEEN)
                .forEach(run ->
                        seen.add(new SeenLine(0, run.node() + ", " + run.stage().reportName(), run.detail())));
        return seen;
    }

    private static List<String> advice(VerifyResult result) {
        String folder = String.valueOf(result.launch().recording().getFileName());
        return result.verdict() == Verdict.INCONCLUSIVE
                        && result.launch().trouble().isPresent()
                ? List.of("Not the image: [nodestart doctor] looks at the engine and this machine.")
                : List.of(
                        "See the checks and what they say: nodestart report " + folder,
                        "Read what the nodes printed: nodestart logs " + folder);
    }
}
