package dev.nodestart.conformance.suite;

import static dev.nodestart.conformance.testing.CheckCase.fails;
import static dev.nodestart.conformance.testing.CheckCase.passes;

import dev.nodestart.conformance.facts.Answer;
import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.conformance.testing.CheckCase;
import dev.nodestart.conformance.testing.FactSets;
import dev.nodestart.emulator.node.CellResult.Status;
import java.util.List;

final class PythonCases {
    private PythonCases() {}

    static List<CheckCase> all() {
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
                        "The first Python cell did not end within 90 s."),
                passes(
                        "PIP-001",
                        "pip answers",
                        facts,
                        "pip of the root environment answers: pip 23.2.1 from /databricks/python3/lib/python3.11/site-packages/pip (python 3.11)."),
                fails(
                        "PIP-001",
                        "no pip",
                        facts.with("pip.version", new Answer(127, "", "No such file or directory")),
                        "pip of the root environment does not run."));
    }
}
