package dev.nodestart.conformance.suite;

import static dev.nodestart.conformance.CheckRule.must;

import dev.nodestart.conformance.Capability;
import dev.nodestart.conformance.CheckRule;
import dev.nodestart.conformance.Finding;
import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.conformance.facts.Trial;
import dev.nodestart.emulator.node.CellResult;
import dev.nodestart.emulator.node.Language;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** R notebooks. */
final class RChecks {

    static final String CELL = "r.cell";

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private RChecks() {}

    static CheckGroup group() {
        return new CheckGroup(
                "r.sh",
                List.of(new Trial(
                        CELL, "r", context -> context.driver().session().run(Language.R, "cat(1 + 1)", LIMIT))),
                Stream.concat(Stream.of(cell()), RInstallation.rules().stream()).toList());
    }

    private static CheckRule cell() {
        return must("R-001", "An R cell runs")
                .proves(Capability.R)
                .needs(CELL)
                .why("R notebooks run in the image's own R; without it every R cell fails.")
                .remedy("RUN apt-get update && apt-get install -y r-base-core")
                .source("databricks/containers ubuntu/R (dcs.md §1.5, F25)")
                .judge(RChecks::cell);
    }

    private static Finding cell(Facts facts) {
        if (!Tools.has(facts, "R")) {
            return Finding.fail(
                    "This image has no R, so every R cell fails.", List.of("$ command -v R  (nothing found)"));
        }
        CellResult cell = facts.trial(CELL);
        return switch (cell.status()) {
            case OK ->
                (cell.stdout() + cell.result().orElse("")).contains("2")
                        ? Finding.pass("An R cell ran and gave 2 for 1 + 1.")
                        : Finding.fail("An R cell did not give 2 for 1 + 1.", Cells.evidence(cell));
            case ERROR, FAILED -> Finding.fail("The R cell failed: " + Cells.lastLine(cell), Cells.evidence(cell));
            case TIMEOUT -> Finding.fail(Cells.timedOut("The R cell", LIMIT), Cells.evidence(cell));
        };
    }
}
