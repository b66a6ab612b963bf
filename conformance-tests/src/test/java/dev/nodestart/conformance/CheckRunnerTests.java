package dev.nodestart.conformance;

import static dev.nodestart.conformance.testing.Results.check;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.conformance.testing.FakeNode;
import dev.nodestart.conformance.testing.Launches;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class CheckRunnerTests {

    private static final Check R1 = check("R-001", Severity.MUST, true, Capability.R);

    private final AtomicLong clock = new AtomicLong();

    @Test
    void runKeepsTheFindingAndItsTime() {
        CheckResult result = run(R1, Selection.all(), () -> {
            clock.addAndGet(7_000_000);
            return Finding.pass("Fine.");
        });

        assertThat(result).isEqualTo(new CheckResult(R1, Outcome.PASS, "Fine.", List.of(), Duration.ofMillis(7)));
    }

    @Test
    void runWhenEvaluationThrowsIsAnErrorAndNoFailure() {
        CheckResult result = run(R1, Selection.all(), () -> {
            throw new IllegalStateException("the node is gone.");
        });

        assertThat(result.outcome()).isEqualTo(Outcome.ERROR);
        assertThat(result.message()).isEqualTo("Could not be evaluated: the node is gone.");
        assertThat(result.evidence()).containsExactly("java.lang.IllegalStateException: the node is gone.");
    }

    @Test
    void runWhenSkippedByNameSaysWhichName() {
        CheckResult result = run(R1, new Selection(List.of(), List.of("R-001")), CheckRunnerTests::notToBeEvaluated);

        assertThat(result.outcome()).isEqualTo(Outcome.SKIPPED);
        assertThat(result.message()).isEqualTo("Left out by --skip [R-001].");
    }

    @Test
    void runWhenLineIsTooOldSaysWhichLines() {
        Check newer =
                new Check("R-002", "", "r", Severity.MUST, Optional.empty(), true, LineRange.since("16.4"), "", "", "");

        CheckResult result = run(newer, Selection.all(), CheckRunnerTests::notToBeEvaluated);

        assertThat(result.outcome()).isEqualTo(Outcome.SKIPPED);
        assertThat(result.message()).isEqualTo("Applies to DBR [16.4+], this is [15.4].");
    }

    @Test
    void runLeavesOutWhatWasNotAskedFor() {
        assertThat(runAll(R1, new Selection(List.of("boot"), List.of()), CheckRunnerTests::notToBeEvaluated))
                .isEmpty();
    }

    private static Finding notToBeEvaluated() {
        throw new AssertionError("evaluated");
    }

    private CheckResult run(Check check, Selection selection, Supplier<Finding> evaluation) {
        return runAll(check, selection, evaluation).get(0);
    }

    private List<CheckResult> runAll(Check check, Selection selection, Supplier<Finding> evaluation) {
        CheckSuite suite = new CheckSuite() {
            @Override
            public List<Check> checks() {
                return List.of(check);
            }

            @Override
            public List<CheckTask> tasks(CheckContext context) {
                return List.of(new CheckTask(check, evaluation));
            }
        };
        return new CheckRunner(List.of(suite), selection, clock::get)
                .run(new CheckContext(Launches.running(0), new FakeNode(), Optional.empty()));
    }
}
