package dev.nodestart.conformance.suite;

import dev.nodestart.emulator.node.CellResult;
import java.util.Optional;

/**
 * The probe's one trip into the node.
 *
 * @param cell what the shell session answered
 * @param facts empty where the probe did not reach its end
 */
record ProbeRun(CellResult cell, Optional<NodeFacts> facts) {

    static ProbeRun of(CellResult cell) {
        return new ProbeRun(cell, FactsParser.parse(cell.stdout()));
    }

    /** The facts, for checks that cannot say anything without them. */
    NodeFacts required() {
        return facts.orElseThrow(() -> new IllegalStateException("the shell session gave no facts (see SHELL-001)."));
    }
}
