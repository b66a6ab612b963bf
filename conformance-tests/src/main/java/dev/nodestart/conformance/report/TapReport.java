package dev.nodestart.conformance.report;

import dev.nodestart.conformance.CheckResult;
import dev.nodestart.conformance.Outcome;
import dev.nodestart.conformance.VerifyResult;
import dev.nodestart.conformance.report.TestCase.Kind;
import dev.nodestart.emulator.model.Launch;
import java.io.IOException;
import java.util.List;

/**
 * The TAP 14 report: the stages of the boot, the capabilities, then the checks, one test point each. A launch of which
 * nothing is known ends with {@code Bail out!}.
 */
public final class TapReport implements ReportWriter {

    /** Makes a writer; it holds no state. */
    public TapReport() {}

    @Override
    public String format() {
        return "tap";
    }

    @Override
    public void write(VerifyResult result, Appendable target) throws IOException {
        List<TestSuite> suites = TestSuites.of(result);
        int points = suites.stream().mapToInt(suite -> suite.cases().size()).sum();
        TapLines tap = new TapLines();
        tap.comment(Headline.title(result));
        tap.plan(points);
        // checks are told in full, not as test cases
        suites.stream()
                .limit(result.checks().isEmpty() ? 1 : 2)
                .forEach(suite -> suite.cases().forEach(test -> point(test, tap)));
        result.checks().forEach(check -> check(check, tap));
        if (result.launch().state() == Launch.State.INCONCLUSIVE) {
            tap.bailOut(String.join(" ", Headline.sentences(result)));
        }
        target.append(tap.toString());
    }

    private static void point(TestCase test, TapLines tap) {
        String name = test.group().replace('.', ' ') + " " + test.name();
        if (test.kind() == Kind.SKIPPED) {
            tap.skipped(name, test.message());
            return;
        }
        boolean ok = test.kind() == Kind.PASSED;
        tap.point(ok, name);
        if (!ok) {
            tap.startYaml();
            tap.field("message", test.message());
            tap.field("severity", test.kind() == Kind.ERROR ? "error" : "fail");
            tap.lines("details", test.details().lines().toList());
            tap.endYaml();
        }
    }

    private static void check(CheckResult result, TapLines tap) {
        String name = result.check().id() + " " + result.check().title();
        if (result.outcome() == Outcome.SKIPPED) {
            tap.skipped(name, result.message());
            return;
        }
        tap.point(result.outcome() == Outcome.PASS || result.outcome() == Outcome.WARN, name);
        if (result.outcome() == Outcome.PASS) {
            return;
        }
        tap.startYaml();
        tap.field("message", result.message());
        tap.field(
                "severity",
                switch (result.outcome()) {
                    case WARN -> "warn";
                    case ERROR -> "error";
                    default -> "fail";
                });
        tap.lines("fix", result.fix().lines().toList());
        tap.lines("evidence", result.evidence().stream().flatMap(String::lines).toList());
        tap.field("source", result.check().source());
        tap.duration(result.duration());
        tap.endYaml();
    }
}
