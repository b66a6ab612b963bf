package dev.nodestart.conformance.report;

import dev.nodestart.conformance.Check;
import dev.nodestart.conformance.CheckResult;
import dev.nodestart.conformance.Severity;
import dev.nodestart.conformance.VerifyResult;
import dev.nodestart.emulator.diagnosis.Diagnosis;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A rule of SARIF: a check, or a known cause.
 *
 * @param id of the check or cause
 * @param title one short sentence
 * @param why what it means where it does not hold
 * @param help what to do, and the source
 * @param level SARIF's default level
 * @param tags words to filter by
 */
record SarifRule(String id, String title, String why, String help, String level, List<String> tags) {

    /** The rules in order, causes first; the place of a rule is its index. */
    static Map<String, SarifRule> of(VerifyResult result) {
        Map<String, SarifRule> rules = new LinkedHashMap<>();
        for (Diagnosis cause : result.diagnosis()) {
            rules.putIfAbsent(
                    cause.id(),
                    new SarifRule(
                            cause.id(),
                            cause.cause(),
                            cause.cause(),
                            help(cause.fix(), cause.source()),
                            level(cause),
                            List.of("cause")));
        }
        for (CheckResult checked : result.checks()) {
            Check check = checked.check();
            rules.putIfAbsent(check.id(), of(check));
        }
        return rules;
    }

    /** A cause that is only possible warns. */
    static String level(Diagnosis cause) {
        return cause.confidence() == Diagnosis.Confidence.POSSIBLE ? "warning" : "error";
    }

    static String level(Severity severity) {
        return switch (severity) {
            case MUST -> "error";
            case SHOULD -> "warning";
            case INFO -> "note";
        };
    }

    private static SarifRule of(Check check) {
        List<String> tags = new ArrayList<>(List.of(check.category()));
        tags.addAll(check.tags());
        check.capability()
                .map(capability -> "capability:" + capability.reportName())
                .ifPresent(tags::add);
        return new SarifRule(
                check.id(),
                check.title(),
                check.why(),
                help(check.remedy(), check.source()),
                level(check.severity()),
                tags);
    }

    private static String help(String fix, String source) {
        return fix.isEmpty() ? "Source: " + source : fix + "\nSource: " + source;
    }
}
