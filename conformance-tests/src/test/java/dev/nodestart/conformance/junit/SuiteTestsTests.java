package dev.nodestart.conformance.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.nodestart.conformance.Capability;
import dev.nodestart.conformance.CheckResult;
import dev.nodestart.conformance.Outcome;
import dev.nodestart.conformance.Requirements;
import dev.nodestart.conformance.Selection;
import dev.nodestart.conformance.VerifyResult;
import dev.nodestart.conformance.testing.Launches;
import dev.nodestart.conformance.testing.Results;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

class SuiteTestsTests {
    private final Map<String, String> entries = new TreeMap<>();

    @Test
    void ofGivesTheRequiredCapabilitiesThenTheChecksByCategory() {
        assertThat(names(SuiteTests.of(result(Outcome.PASS), entries::put), ""))
                .containsExactly(
                        "required capabilities/jar",
                        "required capabilities/python",
                        "required capabilities/shell",
                        "category/JAR-1 A title",
                        "category/PYTHON-1 A title",
                        "category/SHELL-1 A title");
    }

    @Test
    void ofWhenACheckPassesItsTestPasses() {
        assertThat(run(Outcome.PASS)).isNull();
        assertThat(entries).isEmpty();
    }

    @Test
    void ofWhenACheckWarnsItsTestPassesAndTheWarningIsAnEntry() {
        assertThat(run(Outcome.WARN)).isNull();
        assertThat(entries).containsExactly(Map.entry("PYTHON-1", "What was found."));
    }

    @Test
    void ofWhenACheckFailsItsTestFailsWithEvidenceAndRemedy() {
        assertThat(run(Outcome.FAIL)).isInstanceOf(AssertionFailedError.class).hasMessage("""
                PYTHON-1: What was found.
                  Fix       RUN the remedy
                  Evidence  a line
                  Why       Why.
                  Source    dcs.md §1""");
    }

    @Test
    void ofWhenACheckIsSkippedItsTestIsAbortedWithTheReason() {
        assertThat(run(Outcome.SKIPPED))
                .isInstanceOf(TestAbortedException.class)
                .hasMessage("What was found.");
    }

    @Test
    void ofWhenACheckCouldNotBeEvaluatedItsTestIsAnError() {
        assertThat(run(Outcome.ERROR))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("PYTHON-1: What was found.");
    }

    @Test
    void ofWhenARequiredCapabilityDoesNotWorkItsTestNamesTheChecks() {
        assertThat(throwable("required capabilities/python", result(Outcome.FAIL)))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessage("[python] is required and does not work: see PYTHON-1.");
    }

    @Test
    void ofWhenNothingIsKnownOfARequiredCapabilityItsTestIsAnError() {
        assertThat(throwable("required capabilities/python", result(Outcome.ERROR)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("[python] is required, and nothing is known of it: PYTHON-1 could not tell.");
    }

    private Throwable run(Outcome outcome) {
        return throwable("category/PYTHON-1 A title", result(outcome));
    }

    private Throwable throwable(String name, VerifyResult result) {
        Map<String, DynamicTest> tests = new LinkedHashMap<>();
        collect(SuiteTests.of(result, entries::put), "", tests);
        DynamicTest test = Objects.requireNonNull(tests.get(name), name);
        return catchThrowable(() -> test.getExecutable().execute());
    }

    private static List<String> names(Stream<DynamicNode> nodes, String prefix) {
        Map<String, DynamicTest> tests = new LinkedHashMap<>();
        collect(nodes, prefix, tests);
        return List.copyOf(tests.keySet());
    }

    private static void collect(Stream<? extends DynamicNode> nodes, String prefix, Map<String, DynamicTest> tests) {
        nodes.forEach(node -> {
            if (node instanceof DynamicContainer container) {
                collect(container.getChildren(), prefix + container.getDisplayName() + "/", tests);
            } else {
                tests.put(prefix + node.getDisplayName(), (DynamicTest) node);
            }
        });
    }

    private static VerifyResult result(Outcome python) {
        List<CheckResult> checks = List.of(
                Results.result(Capability.JAR, Outcome.PASS),
                Results.result(Capability.PYTHON, python),
                Results.result(Capability.SHELL, Outcome.PASS));
        return VerifyResult.conclude(
                Launches.running(0),
                Requirements.of(Optional.empty(), Map.of()),
                Selection.all(),
                checks,
                List.of(),
                Optional.empty());
    }
}
