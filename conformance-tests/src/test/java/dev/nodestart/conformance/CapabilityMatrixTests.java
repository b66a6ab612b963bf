package dev.nodestart.conformance;

import static dev.nodestart.conformance.testing.Results.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.conformance.CapabilityStatus.State;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapabilityMatrixTests {

    @Test
    void ofWhenNothingRanAnswersUnknownForEveryCapability() {
        assertThat(CapabilityMatrix.of(List.of(), Requirements.defaults()))
                .hasSize(12)
                .allSatisfy(status -> {
                    assertThat(status.state()).isEqualTo(State.UNKNOWN);
                    assertThat(status.because()).isEmpty();
                })
                .filteredOn(CapabilityStatus::required)
                .extracting(CapabilityStatus::capability)
                .containsExactly(Capability.JAR, Capability.PYTHON, Capability.SHELL);
    }

    @ParameterizedTest(name = "{0} {1}, proof {2}: {3}")
    @CsvSource({
        "MUST,   PASS,    true,  YES",
        "MUST,   WARN,    true,  YES",
        "MUST,   FAIL,    true,  NO",
        "MUST,   SKIPPED, true,  UNKNOWN",
        "MUST,   ERROR,   true,  UNKNOWN",
        "MUST,   PASS,    false, UNKNOWN",
        "MUST,   WARN,    false, UNKNOWN",
        "MUST,   FAIL,    false, NO",
        "SHOULD, PASS,    true,  YES",
        "SHOULD, FAIL,    true,  UNKNOWN",
        "SHOULD, PASS,    false, UNKNOWN",
        "INFO,   FAIL,    false, UNKNOWN",
    })
    void ofOneCheck(Severity severity, Outcome outcome, boolean proof, State expected) {
        List<CheckResult> results = List.of(result("R-9", severity, proof, Capability.R, outcome));

        assertThat(status(results).state()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "a proof passes and a {0} ends {1}: {2} because of {3}")
    @CsvSource({
        "MUST,   PASS,    YES,     R-1",
        "MUST,   WARN,    YES,     R-1",
        "MUST,   SKIPPED, YES,     R-1",
        "MUST,   FAIL,    NO,      R-2",
        "MUST,   ERROR,   UNKNOWN, R-2",
        "SHOULD, FAIL,    UNKNOWN, R-2",
        "SHOULD, ERROR,   YES,     R-1",
        "INFO,   FAIL,    UNKNOWN, R-2",
        "INFO,   ERROR,   YES,     R-1",
    })
    void ofProofAndAnother(Severity severity, Outcome outcome, State expected, String because) {
        List<CheckResult> results = List.of(
                result("R-1", Severity.MUST, true, Capability.R, Outcome.PASS),
                result("R-2", severity, false, Capability.R, outcome));

        assertThat(status(results).state()).isEqualTo(expected);
        assertThat(status(results).because()).containsExactly(because);
    }

    @Test
    void ofWhenSkippedNamesTheSkippedCheck() {
        assertThat(status(List.of(result("R-1", Severity.MUST, true, Capability.R, Outcome.SKIPPED)))
                        .because())
                .containsExactly("R-1");
    }

    @Test
    void ofWhenManyAreSkippedNamesTheProofThatIsMissing() {
        assertThat(status(List.of(
                                result("R-1", Severity.MUST, false, Capability.R, Outcome.SKIPPED),
                                result("R-2", Severity.MUST, true, Capability.R, Outcome.SKIPPED)))
                        .because())
                .containsExactly("R-2");
    }

    @Test
    void ofWhenAnotherCapabilityFailsIsNotTouched() {
        List<CheckResult> results =
                List.of(result(Capability.R, Outcome.PASS), result(Capability.PYTHON, Outcome.FAIL));

        assertThat(status(results).state()).isEqualTo(State.YES);
    }

    private static CapabilityStatus status(List<CheckResult> results) {
        return CapabilityMatrix.of(results, Requirements.defaults()).stream()
                .filter(status -> status.capability() == Capability.R)
                .findFirst()
                .orElseThrow();
    }
}
