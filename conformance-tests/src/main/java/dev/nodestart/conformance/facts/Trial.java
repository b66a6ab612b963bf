package dev.nodestart.conformance.facts;

import dev.nodestart.emulator.node.CellResult;
import java.util.function.Function;

/**
 * Something that must be done to know whether it works, such as running a cell.
 *
 * @param name names its result, such as {@code python.first-cell}
 * @param lane trials of one lane run one after the other in the order of the suite, different lanes side by side
 * @param action does it, within a limit of its own
 */
public record Trial(String name, String lane, Function<TrialContext, CellResult> action) {}
