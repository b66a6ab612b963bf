package dev.nodestart.conformance.report;

import dev.nodestart.conformance.CheckResult;
import dev.nodestart.conformance.Outcome;
import dev.nodestart.conformance.VerifyResult;
import dev.nodestart.emulator.diagnosis.Diagnosis;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One thing to fix.
 *
 * @param id of the cause or the check
 * @param what what is wrong
 * @param fix what to change, empty where nobody knows
 * @param evidence the lines that show it
 * @param mark where this is known from, and how sure it is
 */
record Advice(String id, String what, String fix, List<String> evidence, String mark) {

    /** The known causes first, then the checks that failed. */
    static List<Advice> of(VerifyResult result) {
        List<Advice> advice = new ArrayList<>(causes(result));
        for (CheckResult check : result.checks()) {
            if (check.outcome() == Outcome.FAIL && !explained(check, result.diagnosis())) {
                advice.add(of(check));
            }
        }
        return advice;
    }

    /** The known causes alone. */
    static List<Advice> causes(VerifyResult result) {
        return result.diagnosis().stream().map(Advice::of).toList();
    }

    /** As plain text of several lines, for formats that only have text. */
    String text() {
        StringBuilder text = new StringBuilder(what);
        if (!fix.isEmpty()) {
            text.append("\nFix:\n").append(fix.indent(2).stripTrailing());
        }
        if (!evidence.isEmpty()) {
            text.append("\nEvidence:\n")
                    .append(String.join("\n", evidence).indent(2).stripTrailing());
        }
        return text.append("\nSource: ").append(mark).toString();
    }

    static Advice of(CheckResult check) {
        return new Advice(
                check.check().id(),
                check.message(),
                check.fix(),
                check.evidence(),
                check.check().id() + "; " + check.check().source());
    }

    private static Advice of(Diagnosis cause) {
        String mark = cause.id() + ", " + cause.confidence().name().toLowerCase(Locale.ROOT) + "; " + cause.source();
        return new Advice(cause.id(), cause.cause(), cause.fix(), cause.evidence(), mark);
    }

    /** A check that shows what a known cause shows needs no second item. */
    private static boolean explained(CheckResult check, List<Diagnosis> causes) {
        return causes.stream().flatMap(cause -> cause.evidence().stream()).anyMatch(check.evidence()::contains);
    }
}
