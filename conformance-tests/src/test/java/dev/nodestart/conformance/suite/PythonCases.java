package dev.nodestart.conformance.suite;

import static dev.nodestart.conformance.testing.CheckCase.fails;
import static dev.nodestart.conformance.testing.CheckCase.passes;

import dev.nodestart.conformance.facts.Answer;
import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.conformance.testing.CheckCase;
import dev.nodestart.conformance.testing.FactSets;
import dev.nodestart.emulator.node.CellResult.Status;
import java.util.List;
import java.util.stream.Stream;

final class PythonCases {
    private PythonCases() {}

    static List<CheckCase> all() {
        return Stream.of(
                        firstCell(),
                        PythonEnvironmentCases.all(),
                        PythonImportCases.all(),
                        PythonPackageCases.all(),
                        PipCases.all())
                .flatMap(List::stream)
                .toList();
    }

    /** The report with one part instead of another. */
    static Facts report(String part, String instead) {
        Facts facts = FactSets.everything();
        String report = facts.answer("python.report").out();
        if (!report.contains(part)) {
            throw new IllegalArgumentException("not in the report: " + part);
        }
        return facts.with("python.report", new Answer(0, report.replace(part, instead), ""));
    }

    /** The report of an interpreter that did not start. */
    static Facts noStart() {
        return FactSets.everything().with("python.report", new Answer(1, "", "Fatal Python error: init_fs_encoding"));
    }

    private static List<CheckCase> firstCell() {
        Facts facts = FactSets.everything();
        return List.of(
                passes(
                        "PYTHON-001",
                        "both cells answer",
                        facts,
                        "The first Python cell ran in 12 ms, the second in 12 ms."),
                fails(
                        "PYTHON-001",
                        "the REPL cannot be started",
                        facts.with(
                                "python.first-cell",
                                FactSets.bad(
                                        Status.FAILED,
                                        "Failure starting repl. Try detaching and re-attaching the notebook.\nModuleNotFoundError: No module named 'google'\n")),
                        "The first Python cell failed: ModuleNotFoundError: No module named 'google'"),
                fails(
                        "PYTHON-001",
                        "state is lost",
                        facts.with("python.second-cell", FactSets.bad(Status.ERROR, "NameError: nodestart_state")),
                        "A variable of the first Python cell is lost in the second."),
                fails(
                        "PYTHON-001",
                        "the first cell gives something else",
                        facts.with("python.first-cell", FactSets.ok("", "3")),
                        "The first Python cell did not give 2 for 1 + 1."),
                fails(
                        "PYTHON-001",
                        "the first cell hangs",
                        facts.with("python.first-cell", FactSets.bad(Status.TIMEOUT, "")),
                        "The first Python cell did not end within 90 s."));
    }
}
