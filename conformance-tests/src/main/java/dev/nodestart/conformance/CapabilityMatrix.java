package dev.nodestart.conformance;

import dev.nodestart.conformance.CapabilityStatus.State;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** From check results to an answer for every capability. Pure. */
public final class CapabilityMatrix {

    private CapabilityMatrix() {}

    /** One answer per capability, in the order of {@link Capability}. */
    public static List<CapabilityStatus> of(List<CheckResult> results, Requirements requirements) {
        return Arrays.stream(Capability.values())
                .map(capability -> status(
                        capability,
                        requirements.includes(capability),
                        results.stream()
                                .filter(result -> result.check()
                                        .capability()
                                        .filter(capability::equals)
                                        .isPresent())
                                .toList()))
                .toList();
    }

    private static CapabilityStatus status(Capability capability, boolean required, List<CheckResult> results) {
        List<String> denials = ids(results, CapabilityMatrix::denies);
        if (!denials.isEmpty()) {
            return new CapabilityStatus(capability, required, State.NO, denials);
        }
        List<String> doubts = ids(results, CapabilityMatrix::leavesDoubt);
        List<String> proofs = ids(results, CapabilityMatrix::proves);
        if (doubts.isEmpty() && !proofs.isEmpty()) {
            return new CapabilityStatus(capability, required, State.YES, proofs);
        }
        return new CapabilityStatus(capability, required, State.UNKNOWN, doubts.isEmpty() ? open(results) : doubts);
    }

    /** The proofs that are missing; where there is no check that could prove it, everything that did not pass. */
    private static List<String> open(List<CheckResult> results) {
        List<String> proofs = ids(results, result -> result.check().proof() && result.outcome() != Outcome.PASS);
        return proofs.isEmpty() ? ids(results, result -> result.outcome() != Outcome.PASS) : proofs;
    }

    private static boolean denies(CheckResult result) {
        return result.outcome() == Outcome.FAIL && result.check().severity() == Severity.MUST;
    }

    /** A failure that is no denial, and a must that could not be evaluated, both keep the answer open. */
    private static boolean leavesDoubt(CheckResult result) {
        return result.outcome() == Outcome.FAIL
                || (result.outcome() == Outcome.ERROR && result.check().severity() == Severity.MUST);
    }

    private static boolean proves(CheckResult result) {
        return result.check().proof() && (result.outcome() == Outcome.PASS || result.outcome() == Outcome.WARN);
    }

    private static List<String> ids(List<CheckResult> results, Predicate<CheckResult> wanted) {
        return results.stream()
                .filter(wanted)
                .map(result -> result.check().id())
                .toList();
    }
}
