package dev.nodestart.conformance.suite;

import dev.nodestart.conformance.Capability;
import dev.nodestart.conformance.Check;
import dev.nodestart.conformance.CheckContext;
import dev.nodestart.conformance.Finding;
import dev.nodestart.conformance.LineRange;
import dev.nodestart.conformance.Severity;
import dev.nodestart.emulator.node.CellResult;
import dev.nodestart.emulator.node.CellResult.Status;
import dev.nodestart.emulator.node.Language;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The first Python cell, and pip. */
final class PythonChecks {

    private static final Duration FIRST_CELL_LIMIT = Duration.ofSeconds(90);
    private static final Duration SECOND_CELL_LIMIT = Duration.ofSeconds(30);

    static final String FIRST_CELL = "nodestart_state = 41\n1 + 1";
    static final String SECOND_CELL = "nodestart_state + 1";

    private static final Check PYTHON = new Check(
            "PYTHON-001",
            "The first Python cell runs, and state persists",
            "python",
            Severity.MUST,
            Optional.of(Capability.PYTHON),
            true,
            LineRange.all(),
            "The Python REPL is started on the first command: a broken environment leaves the cluster running and every Python cell failing.",
            """
                    Make the virtual environment of the line with the packages that the REPL imports:
                    RUN virtualenv --python=python3 --system-site-packages /databricks/python3
                    RUN /databricks/python3/bin/pip install ipykernel ipython traitlets protobuf pyccolo grpcio grpcio-status
                    ENV PYSPARK_PYTHON=/databricks/python3/bin/python3""",
            "databricks/containers#131, #204, ubuntu/python (dcs.md F05, F06, F34, §4.9)");

    private static final Check PIP = new Check(
            "PIP-001",
            "pip of the root environment works",
            "python",
            Severity.MUST,
            Optional.of(Capability.PIP),
            true,
            LineRange.all(),
            "%pip and Python cluster libraries call /databricks/python/bin/pip; a broken one fails every install.",
            "RUN /databricks/python3/bin/python3 -m ensurepip --upgrade",
            "theskumar/python-dotenv#226 (dcs.md F43, §4.3)");

    private PythonChecks() {}

    static List<PlatformCheck> all() {
        return List.of(
                new PlatformCheck(PYTHON, (context, probe) -> python(context)),
                new PlatformCheck(PIP, (context, probe) -> pip(probe.get().required())));
    }

    private static Finding python(CheckContext context) {
        CellResult first = context.driver().run(Language.PYTHON, FIRST_CELL, FIRST_CELL_LIMIT);
        if (first.status() == Status.TIMEOUT) {
            return Finding.fail(
                    SessionChecks.timedOut("The first Python cell", FIRST_CELL_LIMIT), Cells.evidence(first));
        }
        if (first.status() != Status.OK) {
            return Finding.fail("The first Python cell failed: " + Cells.lastLine(first), Cells.evidence(first));
        }
        if (!gives(first, "2")) {
            return Finding.fail("The first Python cell did not give 2 for 1 + 1.", Cells.evidence(first));
        }
        CellResult second = context.driver().run(Language.PYTHON, SECOND_CELL, SECOND_CELL_LIMIT);
        if (second.status() != Status.OK || !gives(second, "42")) {
            return Finding.fail("A variable of the first Python cell is lost in the second.", Cells.evidence(second));
        }
        return Finding.pass("The first Python cell ran in " + first.duration().toMillis() + " ms, the second in "
                + second.duration().toMillis() + " ms.");
    }

    private static boolean gives(CellResult cell, String value) {
        return cell.result().map(String::strip).filter(value::equals).isPresent();
    }

    private static Finding pip(NodeFacts facts) {
        ToolRun pip = facts.run("pip");
        return pip.worked()
                ? Finding.pass("pip of the root environment answers: " + pip.lastLine() + ".")
                : Finding.fail(
                        "pip of the root environment does not run.",
                        List.of(pip.shown("/databricks/python/bin/pip --version")));
    }
}
