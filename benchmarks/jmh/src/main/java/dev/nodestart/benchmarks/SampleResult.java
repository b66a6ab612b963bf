package dev.nodestart.benchmarks;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.nodestart.conformance.Capability;
import dev.nodestart.conformance.Check;
import dev.nodestart.conformance.CheckResult;
import dev.nodestart.conformance.LineRange;
import dev.nodestart.conformance.Outcome;
import dev.nodestart.conformance.Requirements;
import dev.nodestart.conformance.Selection;
import dev.nodestart.conformance.Severity;
import dev.nodestart.conformance.VerifyResult;
import dev.nodestart.emulator.model.ImageInfo;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.model.NodeInfo;
import dev.nodestart.emulator.model.NodeRole;
import dev.nodestart.emulator.model.Stage;
import dev.nodestart.emulator.model.StageOutcome;
import dev.nodestart.emulator.model.StageRun;
import dev.nodestart.emulator.model.TerminationReason;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A result as a verification gives it, of 16 nodes and any number of checks. */
final class SampleResult {
    private static final Instant START = Instant.ofEpochSecond(1_795_341_600);

    private SampleResult() {}

    static VerifyResult of(int checks) {
        return VerifyResult.conclude(
                launch(), Requirements.defaults(), Selection.all(), checks(checks), List.of(), Optional.empty());
    }

    /** Seven of ten pass; the others have a sentence, evidence and a remedy, as real ones have. */
    private static List<CheckResult> checks(int count) {
        Capability[] capabilities = Capability.values();
        List<CheckResult> results = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Outcome outcome = switch (i % 10) {
                case 0 -> Outcome.FAIL;
                case 1 -> Outcome.WARN;
                case 2 -> Outcome.SKIPPED;
                default -> Outcome.PASS;
            };
            Capability capability = capabilities[i % capabilities.length];
            Check check = new Check(
                    capability.name() + "-" + i,
                    "What the image needs for number " + i + " is there",
                    capability.reportName(),
                    Severity.SHOULD,
                    Optional.of(capability),
                    false,
                    LineRange.all(),
                    List.of(),
                    "Without it, the first cell of a notebook fails after the cluster is running.",
                    "Install it while the image is built:\nRUN apt-get update && apt-get install -y package-" + i,
                    "databricks/containers#" + i + " (dcs.md §1.1)");
            List<String> evidence = outcome == Outcome.PASS
                    ? List.of()
                    : List.of("$ command -v tool-" + i, "exit status 127", "tool-" + i + ": <not found> & not known");
            String message = "The image was asked for tool-" + i + " and answered within its time limit.";
            results.add(new CheckResult(check, outcome, message, evidence, Duration.ofMillis(i % 50)));
        }
        return results;
    }

    /** It runs. */
    private static Launch launch() {
        return launch(Launch.State.RUNNING, Optional.empty());
    }

    static Launch launch(Launch.State state, Optional<TerminationReason> termination) {
        List<NodeInfo> nodes = new ArrayList<>();
        List<StageRun> stages = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            String name = i == 0 ? "driver" : "worker-" + i;
            NodeRole role = i == 0 ? NodeRole.DRIVER : NodeRole.WORKER;
            nodes.add(new NodeInfo(name, role, "i-" + i, "c" + i, "10.0.0." + (i + 2), "host-" + i));
            Instant from = START.plusMillis(i);
            for (Stage stage : Stage.values()) {
                stages.add(new StageRun(name, stage, from, Duration.ofMillis(190), StageOutcome.OK, ""));
                from = from.plusMillis(200);
            }
        }
        ImageInfo image = new ImageInfo(
                "registry.example/team/etl:1.4",
                "sha256:" + "1".repeat(64),
                Optional.empty(),
                "linux",
                "amd64",
                1_200_000_000L,
                "root",
                List.of(),
                List.of(),
                Map.of(),
                Map.of());
        return new Launch(
                "run-1",
                "1122-100000-abcdefgh",
                START,
                JsonNodeFactory.instance.objectNode(),
                "15.4.x-scala2.12",
                "15.4",
                Optional.of(image),
                state,
                termination,
                Optional.empty(),
                Optional.empty(),
                nodes,
                stages,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Path.of("runs/run-1"));
    }
}
