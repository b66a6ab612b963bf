package dev.nodestart.conformance.report;

import dev.nodestart.conformance.VerifyResult;
import dev.nodestart.conformance.report.TestCase.Kind;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.model.StageOutcome;
import dev.nodestart.emulator.model.StageRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The launch as a test suite: every stage of every node; the first that failed carries the diagnosis. */
final class BootSuite {

    private static final String NAME = "boot";

    private BootSuite() {}

    static TestSuite of(VerifyResult result) {
        Launch launch = result.launch();
        List<TestCase> cases = new ArrayList<>();
        boolean told = false;
        for (StageRun run : launch.stages()) {
            Kind kind = kind(run.outcome());
            boolean failed = kind == Kind.FAILED || kind == Kind.ERROR;
            cases.add(new TestCase(
                    NAME + "." + run.node(),
                    run.stage().reportName(),
                    run.duration(),
                    kind,
                    message(run, failed, result),
                    failed && !told ? diagnosis(result) : ""));
            told |= failed;
        }
        if (launch.state() == Launch.State.RUNNING || told) {
            return new TestSuite(NAME, cases);
        }
        Kind kind = launch.state() == Launch.State.TERMINATED ? Kind.FAILED : Kind.ERROR;
        cases.add(new TestCase(
                NAME, "the cluster reaches RUNNING", Duration.ZERO, kind, reason(result), diagnosis(result)));
        return new TestSuite(NAME, cases);
    }

    private static String message(StageRun run, boolean failed, VerifyResult result) {
        return run.detail().isEmpty() && failed ? reason(result) : run.detail();
    }

    private static String reason(VerifyResult result) {
        return String.join(" ", Headline.sentences(result));
    }

    private static String diagnosis(VerifyResult result) {
        Stream<String> causes = Advice.causes(result).stream().map(Advice::text);
        return Stream.concat(Stream.of(reason(result)), causes).collect(Collectors.joining("\n\n"));
    }

    private static Kind kind(StageOutcome outcome) {
        return switch (outcome) {
            case OK -> Kind.PASSED;
            case FAILED -> Kind.FAILED;
            case SKIPPED -> Kind.SKIPPED;
            case ERROR -> Kind.ERROR;
        };
    }
}
