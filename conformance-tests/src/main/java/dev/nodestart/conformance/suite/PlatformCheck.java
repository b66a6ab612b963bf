package dev.nodestart.conformance.suite;

import dev.nodestart.conformance.Check;
import dev.nodestart.conformance.CheckContext;
import dev.nodestart.conformance.Finding;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * A built-in check: its row, and how it is evaluated.
 *
 * @param check the row
 * @param evaluation from the launch and the probe, which runs when it is first asked for, to a finding
 */
record PlatformCheck(Check check, BiFunction<CheckContext, Supplier<ProbeRun>, Finding> evaluation) {}
