package dev.nodestart.conformance.assertj;

import dev.nodestart.conformance.junit.Node;
import dev.nodestart.emulator.node.CellResult;

/**
 * A command as it ran on a node.
 *
 * @param node where
 * @param what such as {@code the Python cell}
 * @param code what was run
 * @param result what came of it
 */
public record CellRun(Node node, String what, String code, CellResult result) {
    String sentence() {
        return "on [" + node + "] " + what
                + (code.lines().count() > 1 ? "\n" + code.indent(2).stripTrailing() + "\n" : " [" + code + "] ");
    }
}
