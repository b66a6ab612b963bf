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

    /** The known causes first, then the checks that failed and that no cause explains. */
    static List<Advice> of(VerifyResult result) {
        List<Advice> advice = new ArrayList<>(causes(result));
        for (CheckResult check : result.checks()) {
            if (check.outcome() == Outcome.FAIL
                    && result.diagnosis().stream().noneMatch(cause -> explains(cause, check))) {
                advice.add(of(check));
            }
        }
        return advice;
    }

    /** The known causes alone, each with the checks that say the same. */
    static List<Advice> causes(VerifyResult result) {
        return result.diagnosis().stream()
                .map(cause -> of(
                        cause,
                        result.checks().stream()
                                .filter(check -> check.outcome() == Outcome.FAIL && explains(cause, check))
                                .map(check -> check.check().id())
                                .toList()))
                .toList();
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

    private static Advice of(Diagnosis cause, List<String> checks) {
        String shown = checks.isEmpty() ? "" : "; shown by " + String.join(", ", checks);
        String mark =
                cause.id() + ", " + cause.confidence().name().toLowerCase(Locale.ROOT) + shown + "; " + cause.source();
        return new Advice(cause.id(), cause.cause(), cause.fix(), cause.evidence(), mark);
    }

    /** Whether a cause was read from what a check said: then the check needs no item of its own. */
    private static boolean explains(Diagnosis cause, CheckResult check) {
        String beginning = check.check().id() + ": ";
        return cause.evidence().stream()
                .map(String::strip)
                .anyMatch(line -> line.startsWith(beginning)
                        || check.evidence().stream()
                                .flatMap(String::lines)
                                .map(String::strip)
                                .anyMatch(line::equals));
    }
}
