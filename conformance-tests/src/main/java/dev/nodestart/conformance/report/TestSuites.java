package dev.nodestart.conformance.report;

import dev.nodestart.conformance.CapabilityStatus;
import dev.nodestart.conformance.CheckResult;
import dev.nodestart.conformance.Outcome;
import dev.nodestart.conformance.VerifyResult;
import dev.nodestart.conformance.report.TestCase.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A result as test suites: the boot, the capabilities, and a suite for each category of checks. Something in them is
 * red whenever the verdict is another than WORKS.
 */
final class TestSuites {

    private TestSuites() {}

    static List<TestSuite> of(VerifyResult result) {
        List<TestSuite> suites = new ArrayList<>();
        suites.add(BootSuite.of(result));
        if (!result.checks().isEmpty()) {
            suites.add(new TestSuite(
                    "capabilities",
                    result.capabilities().stream().map(TestSuites::capability).toList()));
        }
        Map<String, List<TestCase>> categories = new LinkedHashMap<>();
        for (CheckResult check : result.checks()) {
            categories
                    .computeIfAbsent(check.check().category(), category -> new ArrayList<>())
                    .add(check(check));
        }
        categories.forEach((category, cases) -> suites.add(new TestSuite(category, cases)));
        return suites;
    }

    private static TestCase capability(CapabilityStatus status) {
        String name = status.capability().reportName();
        String checks = String.join(", ", status.because());
        String because = checks.isEmpty() ? "no check speaks for it" : "see " + checks;
        Kind kind = switch (status.state()) {
            case YES -> Kind.PASSED;
            case NO -> status.required() ? Kind.FAILED : Kind.SKIPPED;
            case UNKNOWN -> status.required() ? Kind.ERROR : Kind.SKIPPED;
        };
        String message = switch (status.state()) {
            case YES -> "";
            case NO -> "[" + name + "] does not work: " + because + ".";
            case UNKNOWN -> "Whether [" + name + "] works is not known: " + because + ".";
        };
        return new TestCase(
                "capabilities",
                name,
                Duration.ZERO,
                kind,
                kind == Kind.SKIPPED ? message + " Not required." : message,
                "");
    }

    private static TestCase check(CheckResult result) {
        String name = result.check().id() + " " + result.check().title();
        Kind kind = kind(result.outcome());
        String message = kind == Kind.PASSED ? "" : result.message();
        return new TestCase(result.check().category(), name, result.duration(), kind, message, details(result));
    }

    private static String details(CheckResult result) {
        return switch (result.outcome()) {
            case PASS, SKIPPED -> "";
            case WARN -> "WARN: " + Advice.of(result).text();
            case FAIL ->
                Advice.of(result).text() + "\nWhy it matters: " + result.check().why();
            case ERROR -> String.join("\n", result.evidence());
        };
    }

    private static Kind kind(Outcome outcome) {
        return switch (outcome) {
            case PASS, WARN -> Kind.PASSED;
            case FAIL -> Kind.FAILED;
            case SKIPPED -> Kind.SKIPPED;
            case ERROR -> Kind.ERROR;
        };
    }
}
