package dev.nodestart.conformance.suite;

import static dev.nodestart.conformance.testing.CheckCase.errs;
import static dev.nodestart.conformance.testing.CheckCase.fails;
import static dev.nodestart.conformance.testing.CheckCase.passes;
import static dev.nodestart.conformance.testing.CheckCase.skips;
import static dev.nodestart.conformance.testing.CheckCase.warns;

import dev.nodestart.conformance.facts.Answer;
import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.conformance.testing.CheckCase;
import dev.nodestart.conformance.testing.FactSets;
import dev.nodestart.conformance.testing.Launches;
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
                        "The R cell did not end within 60 s."),
                passes("R-002", "all", facts, "R loads hwriterPlus, Rserve and htmltools."),
                warns(
                        "R-002",
                        "two are missing",
                        said("R\t4.3.1\nhwriterPlus\t\nhtmltools\t0.5.8.1"),
                        "R cannot load [hwriterPlus, Rserve]."),
                skips("R-002", "no R", withoutR(), "The image has no R."),
                errs(
                        "R-002",
                        "it does not start",
                        facts.with("r.packages", new Answer(1, "", "Error in dyn.load")),
                        "Could not be evaluated: Rscript did not tell its version: Error in dyn.load"),
                passes("R-003", "an older R", facts, "R [4.3.1] works with the runtime's own Rserve."),
                passes(
                        "R-003",
                        "a new Rserve",
                        said("R\t4.5.0\nRserve\t1.8.16"),
                        "R [4.5.0] works with the image's Rserve [1.8.16]."),
                warns(
                        "R-003",
                        "an old Rserve",
                        said("R\t4.5.0\nRserve\t1.8-15"),
                        "R [4.5.0] does not work with Rserve [1.8-15]."),
                warns(
                        "R-003",
                        "no Rserve",
                        said("R\t5.0.0\nRserve\t"),
                        "R [5.0.0] does not work with the runtime's Rserve 1.8-15, and the image has no Rserve of its own."),
                skips("R-003", "no R", withoutR(), "The image has no R."),
                passes("R-004", "the line's", facts, "R is [4.3.1], that of the line."),
                passes("R-004", "another", said("R\t4.30.1"), "R is [4.30.1], that of the line is [4.3]."),
                passes(
                        "R-004",
                        "a line whose R is not known",
                        FactSets.of(Launches.withLine("18", "18.0.x-scala2.13", Launches.spec())),
                        "R is [4.3.1]; that of the line is not known."),
                skips("R-004", "no R", withoutR(), "The image has no R."));
    }

    private static Facts said(String out) {
        return FactSets.everything().with("r.packages", new Answer(0, out, ""));
    }

    private static Facts withoutR() {
        return FactSets.everything().with("system.tools", new Answer(0, "Rscript\t", ""));
    }
}
