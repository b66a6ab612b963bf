package dev.nodestart.conformance;

import static dev.nodestart.conformance.testing.Results.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.emulator.model.Launch;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictTests {

    @ParameterizedTest(name = "python {0}, shell {1}, r (not required) {2}: {3}")
    @CsvSource({
        "PASS,    PASS,    PASS,    WORKS",
        "PASS,    PASS,    FAIL,    WORKS",
        "PASS,    PASS,    ERROR,   WORKS",
        "PASS,    PASS,    SKIPPED, WORKS",
        "WARN,    PASS,    PASS,    WORKS",
        "FAIL,    PASS,    PASS,    DEGRADED",
        "PASS,    FAIL,    PASS,    DEGRADED",
        "FAIL,    FAIL,    FAIL,    DEGRADED",
        "FAIL,    ERROR,   PASS,    DEGRADED",
        "FAIL,    SKIPPED, PASS,    DEGRADED",
        "ERROR,   PASS,    PASS,    INCONCLUSIVE",
        "SKIPPED, PASS,    PASS,    INCONCLUSIVE",
        "PASS,    ERROR,   FAIL,    INCONCLUSIVE",
        "SKIPPED, SKIPPED, SKIPPED, INCONCLUSIVE",
        "ERROR,   ERROR,   ERROR,   INCONCLUSIVE",
    })
    void ofRunningCluster(Outcome python, Outcome shell, Outcome r, Verdict expected) {
        Requirements requirements = new Requirements(List.of(Capability.PYTHON, Capability.SHELL), "--require");
        List<CheckResult> results =
                List.of(result(Capability.PYTHON, python), result(Capability.SHELL, shell), result(Capability.R, r));

        assertThat(Verdict.of(Launch.State.RUNNING, false, results, CapabilityMatrix.of(results, requirements)))
                .isEqualTo(expected);
    }

    @Test
    void ofRunningClusterWithoutAnyCheckIsInconclusive() {
        assertThat(verdict(Launch.State.RUNNING, false, List.of())).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void ofRunningClusterWhenOnlyNotEvaluatedChecksAreLeftIsInconclusive() {
        List<CheckResult> results = List.of(result(Capability.R, Outcome.SKIPPED));
        Requirements nothingOpen = new Requirements(List.of(), "--require");

        assertThat(Verdict.of(Launch.State.RUNNING, false, results, CapabilityMatrix.of(results, nothingOpen)))
                .isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void ofRunningClusterWhenOnlyTheBootWasWantedWorks() {
        assertThat(verdict(Launch.State.RUNNING, true, List.of())).isEqualTo(Verdict.WORKS);
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void ofTerminatedClusterDoesNotBootWhateverChecksSay(Outcome outcome) {
        List<CheckResult> results = List.of(result(Capability.PYTHON, outcome));

        assertThat(verdict(Launch.State.TERMINATED, false, results)).isEqualTo(Verdict.DOES_NOT_BOOT);
        assertThat(verdict(Launch.State.TERMINATED, true, results)).isEqualTo(Verdict.DOES_NOT_BOOT);
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void ofFailedHarnessIsInconclusiveWhateverChecksSay(Outcome outcome) {
        List<CheckResult> results = List.of(result(Capability.PYTHON, outcome));

        assertThat(verdict(Launch.State.INCONCLUSIVE, false, results)).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(verdict(Launch.State.INCONCLUSIVE, true, results)).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void exitCodesAreThoseThatScriptsRelyOn() {
        assertThat(Verdict.WORKS.exitCode()).isEqualTo(0);
        assertThat(Verdict.DEGRADED.exitCode()).isEqualTo(1);
        assertThat(ExitCodes.BAD_INPUT).isEqualTo(2);
        assertThat(Verdict.DOES_NOT_BOOT.exitCode()).isEqualTo(3);
        assertThat(Verdict.INCONCLUSIVE.exitCode()).isEqualTo(4);
        assertThat(ExitCodes.INTERRUPTED).isEqualTo(130);
    }

    private static Verdict verdict(Launch.State state, boolean bootOnly, List<CheckResult> results) {
        return Verdict.of(state, bootOnly, results, CapabilityMatrix.of(results, Requirements.defaults()));
    }
}
