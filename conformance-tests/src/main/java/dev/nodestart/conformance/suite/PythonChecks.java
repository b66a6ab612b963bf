package dev.nodestart.conformance.suite;

import static dev.nodestart.conformance.CheckRule.must;

import dev.nodestart.conformance.Capability;
import dev.nodestart.conformance.CheckRule;
import dev.nodestart.conformance.Finding;
import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.conformance.facts.Trial;
import dev.nodestart.emulator.node.CellResult;
import dev.nodestart.emulator.node.CellResult.Status;
import dev.nodestart.emulator.node.Language;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Python: the first cell, and the checks of the other classes beside this one. */
final class PythonChecks {

    static final String FIRST = "python.first-cell";
    static final String SECOND = "python.second-cell";

    private static final Duration FIRST_LIMIT = Duration.ofSeconds(90);
    private static final Duration SECOND_LIMIT = Duration.ofSeconds(30);

    private PythonChecks() {}

    static CheckGroup group() {
        return new CheckGroup(
                "python.sh",
                List.of(
                        cell(FIRST, "nodestart_state = 41\n1 + 1", FIRST_LIMIT),
                        cell(SECOND, "nodestart_state + 1", SECOND_LIMIT),
                        KernelImports.trial(),
                        PipChecks.wheel()),
                Stream.of(
                                List.of(firstCell()),
                                PythonEnvironmentChecks.rules(),
                                CondaChecks.rules(),
                                PythonImportChecks.rules(),
                                PythonPackageChecks.rules(),
                                PythonHabitChecks.rules(),
                                PipChecks.rules())
                        .flatMap(List::stream)
                        .toList());
    }

    private static CheckRule firstCell() {
        return must("PYTHON-001", "The first Python cell runs, and state persists")
                .proves(Capability.PYTHON)
                .needs(FIRST, SECOND)
                .why(
                        "The Python REPL is started on the first command: a broken environment leaves the cluster running and every Python cell failing.")
                .remedy("""
                                        Make the virtual environment of the line with the packages that the REPL imports:
                                        RUN virtualenv --python=python3 --system-site-packages /databricks/python3
                                        RUN /databricks/python3/bin/pip install ipykernel ipython traitlets protobuf pyccolo grpcio grpcio-status
                                        ENV PYSPARK_PYTHON=/databricks/python3/bin/python3""")
                .source("databricks/containers#131, #204, ubuntu/python (dcs.md F05, F06, F34, §4.9)")
                .judge(PythonChecks::cells);
    }

    private static Trial cell(String name, String code, Duration limit) {
        return new Trial(name, "python", context -> context.driver().session().run(Language.PYTHON, code, limit));
    }

    private static Finding cells(Facts facts) {
        CellResult first = facts.trial(FIRST);
        if (first.status() == Status.TIMEOUT) {
            return Finding.fail(Cells.timedOut("The first Python cell", FIRST_LIMIT), Cells.evidence(first));
        }
        if (first.status() != Status.OK) {
            return Finding.fail("The first Python cell failed: " + Cells.lastLine(first), Cells.evidence(first));
        }
        if (!gives(first, "2")) {
            return Finding.fail("The first Python cell did not give 2 for 1 + 1.", Cells.evidence(first));
        }
        CellResult second = facts.trial(SECOND);
        if (second.status() != Status.OK || !gives(second, "42")) {
            return Finding.fail("A variable of the first Python cell is lost in the second.", Cells.evidence(second));
        }
        return Finding.pass("The first Python cell ran in " + first.duration().toMillis() + " ms, the second in "
                + second.duration().toMillis() + " ms.");
    }

    private static boolean gives(CellResult cell, String value) {
        return cell.result().map(String::strip).filter(value::equals).isPresent();
    }
}
