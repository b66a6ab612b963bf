package dev.nodestart.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.nodestart.conformance.diff.Difference;
import dev.nodestart.conformance.diff.RunDiff;
import dev.nodestart.conformance.facts.Answer;
import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.conformance.testing.FactSets;
import dev.nodestart.conformance.testing.Launches;
import dev.nodestart.conformance.testing.Results;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunDiffTests {

    private static final Facts FACTS = FactSets.everything();

    @Test
    void sameRunHasNoDifference() {
        assertThat(RunDiff.of(result(FACTS, Outcome.PASS), result(FACTS, Outcome.PASS)))
                .isEmpty();
    }

    @Test
    void capabilityThatWasLostIsToldWithItsCheck() {
        assertThat(RunDiff.of(result(FACTS, Outcome.PASS), result(FACTS, Outcome.FAIL)))
                .extracting(Difference::section, Difference::name, Difference::before, Difference::after)
                .contains(
                        tuple("run", "verdict", "WORKS", "DEGRADED"),
                        tuple("capabilities", "python", "yes", "no"),
                        tuple("checks", "PYTHON-1", "PASS: What was found.", "FAIL: What was found."));
    }

    @Test
    void factsDifferLineByLine() {
        Facts before =
                FACTS.with("packages", new Answer(0, "a 1\nb 1\nc 1", "")).with("one", new Answer(0, "x", ""));
        Facts after = FACTS.with("packages", new Answer(0, "a 1\nb 2\nd 1", ""))
                .with("one", new Answer(127, "", "not found"));

        assertThat(RunDiff.of(result(before, Outcome.PASS), result(after, Outcome.PASS)))
                .containsExactly(
                        new Difference("facts", "packages", "", "", List.of("b 1", "c 1"), List.of("b 2", "d 1")),
                        new Difference("facts", "one", "x", "exit status 127", List.of(), List.of()));
    }

    @Test
    void stageTimesDifferOnlyBeyondNoise() {
        VerifyResult alone = result(FactSets.of(Launches.running(0)), Outcome.PASS);
        VerifyResult withWorker = result(FactSets.of(Launches.running(1)), Outcome.PASS);

        List<Difference> times = RunDiff.of(alone, withWorker).stream()
                .filter(difference -> difference.section().equals("stage times"))
                .toList();

        assertThat(times).hasSize(3).allSatisfy(difference -> {
            assertThat(difference.name()).startsWith("worker-1 ");
            assertThat(difference.before()).isEmpty();
            assertThat(difference.after()).matches("[1-9]\\d{2,} ms");
        });
    }

    private static VerifyResult result(Facts facts, Outcome python) {
        return VerifyResult.conclude(
                facts.launch(),
                new Requirements(List.of(Capability.PYTHON), "--require"),
                Selection.all(),
                List.of(Results.result(Capability.PYTHON, python)),
                List.of(),
                Optional.of(facts));
    }
}
