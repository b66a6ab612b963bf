package dev.nodestart.conformance.report;

import dev.nodestart.conformance.CheckContext;
import dev.nodestart.conformance.CheckRunner;
import dev.nodestart.conformance.Requirements;
import dev.nodestart.conformance.Selection;
import dev.nodestart.conformance.VerifyResult;
import dev.nodestart.conformance.suite.PlatformSuite;
import dev.nodestart.conformance.testing.FakeNode;
import dev.nodestart.conformance.testing.Launches;
import dev.nodestart.emulator.diagnosis.Diagnosis;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.node.CellResult;
import dev.nodestart.emulator.node.CellResult.Status;
import dev.nodestart.emulator.node.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One verification for each verdict. */
enum Verifications {
    WORKS,
    DEGRADED,
    DOES_NOT_BOOT,
    INCONCLUSIVE;

    private static final String PROBE = """
            @fact\tvalue\tbash\t5.2.15(1)-release
            @fact\tvalue\tlibraries-locked\tyes
            @fact\taccount\tlibraries\tx:1000
            @fact\ttool\tfusermount\t/usr/bin/fusermount
            @fact\ttool\tsetfacl\t/usr/bin/setfacl
            @fact\trun\tpip\t0\tpip 23.2.1 from /databricks/python3/lib/python3.11/site-packages/pip (python 3.11)
            @fact\trun\tvirtualenv\t0\tvirtualenv 20.24.2
            @fact\trun\tlanguage-server\t127\t/databricks/python-lsp/bin/python: No such file or directory
            @fact\tend
            """;

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

    private static final Diagnosis NO_PROTOBUF = new Diagnosis(
            "DCS-F05",
            "The Python REPL cannot import [google.protobuf].",
            "RUN /databricks/python3/bin/pip install protobuf==4.24.1",
            List.of("ModuleNotFoundError: No module named 'google'"),
            "databricks/containers#131 (dcs.md F05)",
            Diagnosis.Confidence.LIKELY);

    VerifyResult result() {
        return switch (this) {
            case WORKS -> checked(Launches.running(2), FakeNode.ok("", "2"), List.of());
            case DEGRADED -> checked(Launches.running(4), FakeNode.failed(Status.FAILED, """
Failure starting repl. Try detaching and re-attaching the notebook.
ModuleNotFoundError: No module named 'google'
"""), List.of(NO_PROTOBUF));
            case DOES_NOT_BOOT -> unchecked(Launches.notBooting(), List.of(NO_VIRTUALENV));
            case INCONCLUSIVE -> unchecked(Launches.inconclusive(), List.of());
        };
    }

    private static VerifyResult unchecked(Launch launch, List<Diagnosis> causes) {
        return VerifyResult.conclude(launch, Requirements.defaults(), Selection.all(), List.of(), causes);
    }

    private static VerifyResult checked(Launch launch, CellResult firstCell, List<Diagnosis> causes) {
        FakeNode node = new FakeNode()
                .answering(Language.SHELL, FakeNode.probe(PROBE))
                .answering(Language.JAR, FakeNode.ok("Hello, node, from Java 17\n", ""))
                .answering(Language.PYTHON, firstCell, FakeNode.ok("", "42"));
        CheckRunner runner = new CheckRunner(List.of(new PlatformSuite()), Selection.all(), () -> 0);
        return VerifyResult.conclude(
                launch,
                Requirements.of(Optional.empty(), Map.of(Requirements.LABEL, "jar,python,shell,pip")),
                Selection.all(),
                runner.run(new CheckContext(launch, node, Optional.empty())),
                causes);
    }
}
