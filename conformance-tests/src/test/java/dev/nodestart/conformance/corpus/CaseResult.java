package dev.nodestart.conformance.corpus;

import dev.nodestart.conformance.Capability;
import dev.nodestart.conformance.CapabilityStatus;
import dev.nodestart.conformance.Outcome;
import dev.nodestart.conformance.Verdict;
import dev.nodestart.conformance.VerifyResult;
import dev.nodestart.emulator.diagnosis.Diagnosis;
import dev.nodestart.emulator.model.TerminationReason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What came of a case.
 *
 * @param wanted the case
 * @param verdict the answer
 * @param reason why the cluster ended
 * @param message the state message, or what was wrong with the harness
 * @param causes ids of the diagnosis, in its order
 * @param lost required capabilities that do not work
 * @param complaints checks that failed or could not be evaluated
 * @param warnings ids of checks that warned
 */
record CaseResult(
        CorpusCase wanted,
        Verdict verdict,
        Optional<TerminationReason> reason,
        String message,
        List<String> causes,
        List<Capability> lost,
        List<String> complaints,
        List<String> warnings) {

    static CaseResult of(CorpusCase wanted, VerifyResult result) {
        return new CaseResult(
                wanted,
                result.verdict(),
                result.launch().termination(),
                result.launch()
                        .stateMessage()
                        .or(() -> result.launch().trouble())
                        .orElse(""),
                result.diagnosis().stream().map(Diagnosis::id).toList(),
                result.capabilities().stream()
                        .filter(CapabilityStatus::required)
                        .filter(status -> status.state() == CapabilityStatus.State.NO)
                        .map(CapabilityStatus::capability)
                        .toList(),
                result.checks().stream()
                        .filter(check -> check.outcome() == Outcome.FAIL || check.outcome() == Outcome.ERROR)
                        .map(check -> check.check().id() + ": " + check.message())
                        .toList(),
                result.checks().stream()
                        .filter(check -> check.outcome() == Outcome.WARN)
                        .map(check -> check.check().id())
                        .toList());
    }

    /** Whether verdict, termination, message and capabilities are as they must be. */
    boolean verdictRight() {
        return verdictProblems().isEmpty();
    }

    /** Whether the cause is the first that is named. */
    boolean causeFirst() {
        List<String> expected = wanted.expected().causes();
        return expected.isEmpty()
                ? causes.isEmpty()
                : !causes.isEmpty() && causes.get(0).equals(expected.get(0));
    }

    /** Whether all causes that must be named are. */
    boolean allCauses() {
        Set<String> named = new HashSet<>(causes);
        return named.containsAll(wanted.expected().causes());
    }

    /** Whether something is said against a good image. */
    boolean accused() {
        return !wanted.isBroken() && (verdict != Verdict.WORKS || !causes.isEmpty() || !complaints.isEmpty());
    }

    /** Everything that is not as it must be, a line each. */
    List<String> problems() {
        List<String> problems = new ArrayList<>(verdictProblems());
        if (!causeFirst() || !allCauses()) {
            problems.add(
                    "diagnosis is " + causes + ", must be " + wanted.expected().causes() + " with the first one first");
        }
        List<String> silent = wanted.expected().warned().stream()
                .filter(id -> !warnings.contains(id))
                .toList();
        if (!silent.isEmpty()) {
            problems.add("checks " + silent + " must warn, but only " + warnings + " do");
        }
        if (accused()) {
            problems.add("accused: " + verdict + " " + causes + " " + complaints);
        }
        return problems;
    }

    private List<String> verdictProblems() {
        Expectation expected = wanted.expected();
        List<String> problems = new ArrayList<>();
        compare(problems, "verdict", verdict, expected.verdict());
        compare(problems, "termination code", reason.map(TerminationReason::code), expected.code());
        compare(problems, "termination type", reason.map(some -> some.type().name()), expected.type());
        compare(problems, "lost capabilities", lost, expected.lost());
        expected.message()
                .filter(words -> !message.contains(words))
                .ifPresent(words -> problems.add("message is [" + message + "], must contain [" + words + "]"));
        return problems;
    }

    private static void compare(List<String> problems, String what, Object is, Object must) {
        if (!is.equals(must)) {
            problems.add(what + " is [" + is + "], must be [" + must + "]");
        }
    }
}
