package dev.nodestart.conformance;

import static dev.nodestart.conformance.testing.Results.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.conformance.CapabilityStatus.State;
import dev.nodestart.conformance.testing.Launches;
import dev.nodestart.emulator.diagnosis.Diagnosis;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VerifyResultTests {

    private static final Diagnosis CAUSE =
            new Diagnosis("DCS-F05", "cause", "fix", List.of(), "source", Diagnosis.Confidence.LIKELY);

    private static final Requirements PYTHON = new Requirements(List.of(Capability.PYTHON), "--require");

    @Test
    void concludeWhenCapabilityIsNotRequiredWarnsAndStillSaysNo() {
        VerifyResult verification = conclude(Outcome.PASS, Outcome.FAIL);

        assertThat(verification.verdict()).isEqualTo(Verdict.WORKS);
        assertThat(verification.checks().get(1).outcome()).isEqualTo(Outcome.WARN);
        assertThat(verification.checks().get(1).message()).isEqualTo("What was found. Not required: [r].");
        assertThat(verification.checks().get(1).fix()).isEqualTo("RUN the remedy");
        assertThat(verification.capabilities())
                .contains(new CapabilityStatus(Capability.R, false, State.NO, List.of("R-1")));
    }

    @Test
    void concludeWhenCapabilityIsRequiredKeepsTheFailureAndTheCauses() {
        VerifyResult verification = conclude(Outcome.FAIL, Outcome.PASS);

        assertThat(verification.verdict()).isEqualTo(Verdict.DEGRADED);
        assertThat(verification.checks().get(0).outcome()).isEqualTo(Outcome.FAIL);
        assertThat(verification.diagnosis()).containsExactly(CAUSE);
    }

    @Test
    void concludeWhenImageWorksHasNoCauses() {
        assertThat(conclude(Outcome.PASS, Outcome.PASS).diagnosis()).isEmpty();
    }

    @Test
    void evidenceIsThatOfFailingRequiredChecks() {
        List<CheckResult> results =
                List.of(result(Capability.PYTHON, Outcome.FAIL), result(Capability.R, Outcome.FAIL));

        assertThat(VerifyResult.evidence(results, PYTHON)).containsExactly("PYTHON-1: What was found.", "a line");
    }

    private static VerifyResult conclude(Outcome python, Outcome r) {
        return VerifyResult.conclude(
                Launches.running(0),
                PYTHON,
                Selection.all(),
                List.of(result(Capability.PYTHON, python), result(Capability.R, r)),
                List.of(CAUSE),
                Optional.empty());
    }
}
