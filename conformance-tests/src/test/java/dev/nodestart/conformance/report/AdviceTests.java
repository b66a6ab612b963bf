package dev.nodestart.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.conformance.Capability;
import dev.nodestart.conformance.CheckResult;
import dev.nodestart.conformance.Outcome;
import dev.nodestart.conformance.Requirements;
import dev.nodestart.conformance.Selection;
import dev.nodestart.conformance.VerifyResult;
import dev.nodestart.conformance.testing.Launches;
import dev.nodestart.conformance.testing.Results;
import dev.nodestart.emulator.diagnosis.Diagnosis;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is to be fixed, each thing once. */
class AdviceTests {
    private static final CheckResult PYTHON = Results.result(Capability.PYTHON, Outcome.FAIL);

    @Test
    void ofWhenACauseWasReadFromACheckSaysItOnceWithTheCheckBeside() {
        List<Advice> advice = Advice.of(result("PYTHON-1: What was found."));

        assertThat(advice).extracting(Advice::id).containsExactly("DCS-F06");
        assertThat(advice.get(0).mark()).isEqualTo("DCS-F06, certain; shown by PYTHON-1; dcs.md F06");
    }

    @Test
    void ofWhenACauseHasALineOfTheChecksEvidenceSaysItOnce() {
        assertThat(Advice.of(result("  a line"))).extracting(Advice::id).containsExactly("DCS-F06");
    }

    @Test
    void ofWhenTheCauseIsAnotherNamesBoth() {
        List<Advice> advice = Advice.of(result("something else"));

        assertThat(advice).extracting(Advice::id).containsExactly("DCS-F06", "PYTHON-1");
        assertThat(advice.get(0).mark()).isEqualTo("DCS-F06, certain; dcs.md F06");
    }

    private static VerifyResult result(String evidence) {
        Diagnosis cause = new Diagnosis(
                "DCS-F06",
                "A package is missing.",
                "RUN pip install it",
                List.of(evidence),
                "dcs.md F06",
                Diagnosis.Confidence.CERTAIN);
        return VerifyResult.conclude(
                Launches.running(0),
                new Requirements(List.of(Capability.PYTHON), "default"),
                Selection.all(),
                List.of(PYTHON),
                List.of(cause),
                Optional.empty());
    }
}
