package dev.nodestart.conformance.report;

import dev.nodestart.conformance.CheckResult;
import dev.nodestart.conformance.Severity;
import dev.nodestart.conformance.VerifyResult;
import dev.nodestart.emulator.diagnosis.Diagnosis;
import java.util.ArrayList;
import java.util.List;

/**
 * A result of SARIF: a cause, or a check that failed or warns.
 *
 * @param rule the rule's id
 * @param level how bad it is
 * @param message what was found and what to do
 */
record SarifFinding(String rule, String level, String message) {

    static List<SarifFinding> of(VerifyResult result) {
        List<SarifFinding> findings = new ArrayList<>();
        for (Diagnosis cause : result.diagnosis()) {
            findings.add(new SarifFinding(
                    cause.id(), SarifRule.level(cause), message(cause.cause(), cause.fix(), cause.evidence())));
        }
        for (CheckResult check : result.checks()) {
            switch (check.outcome()) {
                case FAIL ->
                    findings.add(of(check, SarifRule.level(check.check().severity())));
                case WARN -> findings.add(of(check, check.check().severity() == Severity.INFO ? "note" : "warning"));
                case PASS, SKIPPED, ERROR -> {}
            }
        }
        return findings;
    }

    private static SarifFinding of(CheckResult check, String level) {
        return new SarifFinding(check.check().id(), level, message(check.message(), check.fix(), check.evidence()));
    }

    private static String message(String what, String fix, List<String> evidence) {
        StringBuilder message = new StringBuilder(what);
        if (!fix.isEmpty()) {
            message.append("\nFix:\n").append(fix);
        }
        if (!evidence.isEmpty()) {
            message.append("\nEvidence:\n").append(String.join("\n", evidence));
        }
        return message.toString();
    }
}
