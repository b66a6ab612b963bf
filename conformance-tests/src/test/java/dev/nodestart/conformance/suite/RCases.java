package dev.nodestart.conformance.suite;

import static dev.nodestart.conformance.testing.CheckCase.fails;
import static dev.nodestart.conformance.testing.CheckCase.passes;

import dev.nodestart.conformance.facts.Answer;
import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.conformance.testing.CheckCase;
import dev.nodestart.conformance.testing.FactSets;
import dev.nodestart.emulator.node.CellResult.Status;
import java.util.List;

final class RCases {
    private RCases() {}

    static List<CheckCase> all() {
        Facts facts = FactSets.everything();
        return List.of(
                passes("R-001", "the cell answers", facts, "An R cell ran and gave 2 for 1 + 1."),
                fails(
                        "R-001",
                        "no R",
                        facts.with("system.tools", new Answer(0, "R\t", "")),
                        "This image has no R, so every R cell fails."),
                fails(
                        "R-001",
                        "the cell raises",
                        facts.with("r.cell", FactSets.bad(Status.ERROR, "Error: object 'x' not found")),
                        "The R cell failed: Error: object 'x' not found"),
                fails(
                        "R-001",
                        "the cell gives something else",
                        facts.with("r.cell", FactSets.ok("3", "")),
                        "An R cell did not give 2 for 1 + 1."),
                fails(
                        "R-001",
                        "the cell hangs",
                        facts.with("r.cell", FactSets.bad(Status.TIMEOUT, "")),
                        "The R cell did not end within 60 s."));
    }
}
