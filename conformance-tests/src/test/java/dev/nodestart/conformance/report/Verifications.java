package dev.nodestart.conformance.report;

import dev.nodestart.conformance.CheckResult;
import dev.nodestart.conformance.CheckRunner;
import dev.nodestart.conformance.Policy;
import dev.nodestart.conformance.Requirements;
import dev.nodestart.conformance.Selection;
import dev.nodestart.conformance.VerifyResult;
import dev.nodestart.conformance.facts.Answer;
import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.conformance.suite.PlatformSuite;
import dev.nodestart.conformance.testing.FactSets;
import dev.nodestart.conformance.testing.Launches;
import dev.nodestart.emulator.diagnosis.Diagnosis;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.node.CellResult;
import dev.nodestart.emulator.node.CellResult.Status;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One verification for each verdict, and for what makes reports difficult. */
enum Verifications {
    WORKS,
    DEGRADED,
    DOES_NOT_BOOT,
    INCONCLUSIVE,
    WAIVED,
    SCRIPT_FAILED,
    SPECIALS;

    /** Reports are tested on these checks, however many more there are. */
    private static final Selection CHECKS = new Selection(
            List.of(
                    "JAR-001",
                    "SHELL-001",
                    "R-001",
                    "PYTHON-001",
                    "PIP-001",
                    "LIBRARIES-001",
                    "DBFS-001",
                    "WORKSPACE-001",
                    "VOLUMES-001",
                    "SSH-001",
                    "LSP-001"),
            List.of());

    private static final Diagnosis NO_VIRTUALENV = new Diagnosis(
            "DCS-F01",
            "The image has no [virtualenv] on PATH, which the driver runs when it starts.",
            """
RUN apt-get update && apt-get install -y virtualenv
or do without cluster libraries: set [spark.databricks.driverNfs.enabled] to [false] in spark_conf.""",
            List.of("java.io.IOException: Cannot run program \"virtualenv\" (in directory"
                    + " \"/local_disk0/.ephemeral_nfs/cluster_libraries\"): error=2, No such file or directory"),
            "databricks/containers#194 (dcs.md F01)",
            Diagnosis.Confidence.CERTAIN);

    private static final Set<String> ANSWERS = Set.of(
            "libraries.locked",
            "lsp.import",
            "pip.version",
            "system.accounts",
            "system.release",
            "system.tools",
            "virtualenv.version");

    private static final Diagnosis NO_PROTOBUF = new Diagnosis(
            "DCS-F05",
            "The Python REPL cannot import [google.protobuf].",
            "RUN /databricks/python3/bin/pip install protobuf==4.24.1",
            List.of("ModuleNotFoundError: No module named 'google'"),
            "databricks/containers#131 (dcs.md F05)",
            Diagnosis.Confidence.LIKELY);

    VerifyResult result() {
        return switch (this) {
            case WORKS -> checked(Launches.running(2), FactSets.ok("", "2"), List.of());
            case DEGRADED -> checked(Launches.running(4), FactSets.bad(Status.FAILED, """
Failure starting repl. Try detaching and re-attaching the notebook.
ModuleNotFoundError: No module named 'google'
"""), List.of(NO_PROTOBUF));
            case DOES_NOT_BOOT -> unchecked(Launches.notBooting(), List.of(NO_VIRTUALENV));
            case INCONCLUSIVE -> unchecked(Launches.inconclusive(), List.of());
            case WAIVED -> found(Samples.waived());
            case SCRIPT_FAILED -> unchecked(Samples.scriptFailed(), List.of());
            case SPECIALS -> found(Samples.specials());
        };
    }

    private static VerifyResult unchecked(Launch launch, List<Diagnosis> causes) {
        return VerifyResult.conclude(
                launch, Requirements.defaults(), Selection.all(), List.of(), causes, Optional.empty());
    }

    private static VerifyResult found(List<CheckResult> checks) {
        return VerifyResult.conclude(
                Launches.running(0),
                Requirements.defaults(),
                Selection.all(),
                checks,
                List.of(NO_PROTOBUF),
                Optional.empty());
    }

    /** The facts that the reports show do not become more with every check that is added. */
    private static Facts shown(Facts facts) {
        Map<String, Answer> answers = new LinkedHashMap<>(facts.answers());
        answers.keySet().retainAll(ANSWERS);
        Map<String, CellResult> trials = new LinkedHashMap<>(facts.trials());
        trials.remove("libraries.install");
        return new Facts(facts.launch(), facts.runtime(), facts.imageDetails(), answers, trials, facts.gaps());
    }

    private static VerifyResult checked(Launch launch, CellResult firstCell, List<Diagnosis> causes) {
        Facts facts = shown(FactSets.of(launch))
                .with("python.first-cell", firstCell)
                .with("system.tools", new Answer(0, "fusermount\t/usr/bin/fusermount\nsetfacl\t/usr/bin/setfacl", ""))
                .with(
                        "lsp.import",
                        new Answer(127, "", "/databricks/python-lsp/bin/python: No such file or directory"));
        CheckRunner runner =
                new CheckRunner(List.of(new PlatformSuite()), CHECKS, Policy.none(), LocalDate.EPOCH, () -> 0);
        return VerifyResult.conclude(
                launch,
                Requirements.of(Optional.empty(), Map.of(Requirements.LABEL, "jar,python,shell,pip")),
                Selection.all(),
                runner.run(facts),
                causes,
                Optional.of(facts));
    }
}
