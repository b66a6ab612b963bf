package dev.nodestart.conformance.corpus;

import dev.nodestart.conformance.Capability;
import dev.nodestart.conformance.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * What must come of a case.
 *
 * @param verdict the answer
 * @param code the termination code, empty for a cluster that runs
 * @param type the termination type
 * @param message what the state message says
 * @param causes ids of the diagnosis: the one that must come first, then others that must be named too
 * @param lost required capabilities that do not work
 * @param warned ids of checks that must warn
 */
record Expectation(
        Verdict verdict,
        Optional<String> code,
        Optional<String> type,
        Optional<String> message,
        List<String> causes,
        List<Capability> lost,
        List<String> warned) {}
