package dev.nodestart.conformance.report;

import dev.nodestart.conformance.Capability;
import dev.nodestart.conformance.Check;
import dev.nodestart.conformance.CheckResult;
import dev.nodestart.conformance.LineRange;
import dev.nodestart.conformance.Outcome;
import dev.nodestart.conformance.Requirements;
import dev.nodestart.conformance.Selection;
import dev.nodestart.conformance.Severity;
import dev.nodestart.conformance.VerifyResult;
import dev.nodestart.conformance.testing.Launches;
import dev.nodestart.emulator.model.InitScriptRun;
import dev.nodestart.emulator.model.InitScriptStatus;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.model.Stage;
import dev.nodestart.emulator.model.StageOutcome;
import dev.nodestart.emulator.model.StageRun;
import dev.nodestart.emulator.model.TerminationReason;
import dev.nodestart.emulator.model.TerminationType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Checks and launches that reports are tried on. */
final class Samples {

    private Samples() {}

    static List<CheckResult> waived() {
        return List.of(
                result(Capability.JAR, Outcome.PASS, "The hello job ran."),
                result(Capability.PYTHON, Outcome.PASS, "The first cell ran."),
                result(Capability.SHELL, Outcome.PASS, "Shell commands run in bash."),
                result(
                        Capability.SSH,
                        Outcome.SKIPPED,
                        "Waived until 2027-01-31 by [policy.yaml]: nobody logs in to these clusters."));
    }

    /** Whatever an image can print: markup of every format, terminal sequences, control characters. */
    static List<CheckResult> specials() {
        return List.of(
                result(Capability.JAR, Outcome.PASS, "Ran <b>&amp;</b> \"well\"."),
                result(
                        Capability.PYTHON,
                        Outcome.FAIL,
                        "Printed <script>alert(1)</script> & ]]> | *bold* _x_ `code` ~~no~~ @team #12 \\ 'x' äß 🚀."),
                result(
                        Capability.SHELL,
                        Outcome.ERROR,
                        "Terminal \u001b[31mred\u001b[0m, bell \u0007, null \u0000, non \uffff, C1 \u009b."),
                result(Capability.R, Outcome.WARN, "First line\r\nsecond\tline\n...\n---\n```\nnot ok 9 - fake"));
    }

    static List<FactRow> facts() {
        return List.of(
                new FactRow(
                        "image",
                        "env PATH",
                        "/databricks/python3/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin"),
                new FactRow("image", "layers", "14"),
                new FactRow("java", "version", "17.0.13+11-Debian-2deb12u1"),
                new FactRow("python", "version", "3.11.2"),
                new FactRow("python", "package numpy", "1.23.5"),
                new FactRow("python", "package pandas", "1.5.3 <pinned> & \"kept\""),
                new FactRow("system", "release", "Debian GNU/Linux 12 (bookworm)"));
    }

    static CheckResult result(Capability capability, Outcome outcome, String message) {
        Check check = new Check(
                capability.name() + "-001",
                "A title with <tags> & # signs | bars",
                capability.reportName(),
                Severity.MUST,
                Optional.of(capability),
                true,
                LineRange.all(),
                List.of(),
                "Cells would fail: a < b && c > d.",
                "Install it, <now>:\nRUN printf '%s\\n' \"a & b\" `id` | tee /x\nENV A=\"]]>\"",
                "dcs.md §1 & others");
        List<String> evidence = outcome == Outcome.PASS ? List.of() : List.of("$ cmd \"<&>\"\n```\n</pre>", message);
        return new CheckResult(check, outcome, message, evidence, Duration.ofMillis(12));
    }

    /** A cluster of so many nodes, each a little slower than the one before. */
    static VerifyResult nodes(int count) {
        Launch base = Launches.running(count - 1);
        List<StageRun> stages = base.stages().stream().map(Samples::slower).toList();
        return VerifyResult.conclude(
                with(base, stages, base.initScripts()),
                Requirements.defaults(),
                Selection.all(),
                waived(),
                List.of(),
                Optional.empty());
    }

    private static StageRun slower(StageRun run) {
        int number =
                run.node().startsWith("worker-") ? Integer.parseInt(run.node().substring(7)) : 0;
        int shift = run.stage() == Stage.CREATE_CONTAINER ? 0 : number * 11;
        Duration longer = run.duration().plusMillis(run.stage() == Stage.START_SPARK ? number * 37L % 190 : 0);
        return new StageRun(
                run.node(), run.stage(), run.startedAt().plusMillis(shift), longer, run.outcome(), run.detail());
    }

    private static Launch with(Launch base, List<StageRun> stages, List<InitScriptRun> scripts) {
        return new Launch(
                base.runId(),
                base.clusterId(),
                base.startedAt(),
                base.spec(),
                base.sparkVersion(),
                base.line(),
                base.image(),
                base.state(),
                base.termination(),
                base.stateMessage(),
                base.trouble(),
                base.nodes(),
                stages,
                base.events(),
                scripts,
                base.overlay(),
                base.notes(),
                base.recording());
    }

    /** A driver and a worker; the second script fails on the worker, the third is not tried there. */
    static Launch scriptFailed() {
        Launch base = Launches.running(1);
        List<StageRun> stages = base.stages().stream()
                .filter(run -> run.stage().compareTo(Stage.INIT_SCRIPTS) <= 0)
                .map(run -> run.node().equals("worker-1") && run.stage() == Stage.INIT_SCRIPTS ? failed(run) : run)
                .toList();
        return new Launch(
                base.runId(),
                base.clusterId(),
                base.startedAt(),
                base.spec(),
                base.sparkVersion(),
                base.line(),
                base.image(),
                Launch.State.TERMINATED,
                Optional.of(new TerminationReason(
                        "INIT_SCRIPT_FAILURE", TerminationType.CLIENT_ERROR, Map.of("instance_id", "i-1"))),
                Optional.of("Init script failure: instance_id: i-1, Script exit status is non-zero: 3"),
                Optional.empty(),
                base.nodes(),
                stages,
                base.events(),
                Stream.of("driver", "worker-1").flatMap(Samples::scripts).toList(),
                base.overlay(),
                base.notes(),
                base.recording());
    }

    private static StageRun failed(StageRun run) {
        return new StageRun(
                run.node(),
                run.stage(),
                run.startedAt(),
                run.duration(),
                StageOutcome.FAILED,
                "the script [workspace:/Shared/tools.sh] ended with exit code 3");
    }

    private static Stream<InitScriptRun> scripts(String node) {
        boolean worker = node.equals("worker-1");
        InitScriptRun second = Launches.script(
                node,
                worker ? InitScriptStatus.FAILED_EXECUTION : InitScriptStatus.SUCCEEDED,
                worker ? Optional.of("Script exit status is non-zero: 3") : Optional.empty());
        return Stream.of(
                script(node, true, "s3://company/global.sh", InitScriptStatus.SUCCEEDED, 120),
                new InitScriptRun(
                        node,
                        false,
                        second.destination(),
                        second.status(),
                        worker ? OptionalInt.of(3) : OptionalInt.of(0),
                        Duration.ofMillis(150),
                        second.error(),
                        second.logName()),
                script(
                        node,
                        false,
                        "volumes:/Volumes/main/it/v/agent.sh",
                        worker ? InitScriptStatus.NOT_EXECUTED : InitScriptStatus.SUCCEEDED,
                        worker ? 0 : 35));
    }

    private static InitScriptRun script(
            String node, boolean global, String destination, InitScriptStatus status, long millis) {
        boolean ran = status == InitScriptStatus.SUCCEEDED;
        String name = destination.substring(destination.lastIndexOf('/') + 1);
        return new InitScriptRun(
                node,
                global,
                destination,
                status,
                ran ? OptionalInt.of(0) : OptionalInt.empty(),
                Duration.ofMillis(millis),
                Optional.empty(),
                name);
    }
}
