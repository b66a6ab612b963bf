package dev.nodestart.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.conformance.Capability;
import dev.nodestart.conformance.Check;
import dev.nodestart.conformance.CheckResult;
import dev.nodestart.conformance.CheckRunner;
import dev.nodestart.conformance.CheckSuite;
import dev.nodestart.conformance.Outcome;
import dev.nodestart.conformance.Policy;
import dev.nodestart.conformance.Selection;
import dev.nodestart.conformance.Severity;
import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.conformance.facts.Question;
import dev.nodestart.conformance.facts.Trial;
import dev.nodestart.conformance.testing.CheckCase;
import dev.nodestart.conformance.testing.FactSets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every check of the built-in suite, on the facts of the {@code …Cases} classes beside this one. */
class PlatformSuiteTests {

    private static final Map<String, List<CheckCase>> GROUPS = Map.ofEntries(
            Map.entry("image", ImageCases.all()),
            Map.entry("system", SystemCases.all()),
            Map.entry("java", JavaCases.all()),
            Map.entry("python", PythonCases.all()),
            Map.entry("shell", ShellCases.all()),
            Map.entry("r", RCases.all()),
            Map.entry("libraries", LibraryCases.all()),
            Map.entry("mounts", MountCases.all()),
            Map.entry("access", AccessCases.all()),
            Map.entry("files", FileCases.all()),
            Map.entry("scripts", ScriptCases.all()));

    private static final List<CheckCase> CASES =
            GROUPS.values().stream().flatMap(List::stream).toList();

    private final PlatformSuite suite = new PlatformSuite();

    static Stream<String> groups() {
        return GROUPS.keySet().stream().sorted();
    }

    /** A test for each case would be found anew for each case: mutation testing took hours of that. */
    @ParameterizedTest
    @MethodSource("groups")
    void everyCaseComesOutAsItMust(String group) {
        SoftAssertions softly = new SoftAssertions();
        for (CheckCase one : GROUPS.getOrDefault(group, List.of())) {
            CheckResult result = result(one.facts(), one.check());
            softly.assertThat(result.outcome() + ": " + result.message())
                    .as(one.check() + ": " + one.name())
                    .isEqualTo(one.outcome() + ": " + one.message());
        }
        softly.assertAll();
    }

    @Test
    void everyCheckHasFactsOnWhichItPassesAndFactsOnWhichItDoesNot() {
        assertThat(suite.checks()).allSatisfy(check -> {
            assertThat(casesOf(check, Outcome.PASS)).as(check.id() + " passes").isNotEmpty();
            assertThat(Stream.of(Outcome.FAIL, Outcome.WARN).flatMap(outcome -> casesOf(check, outcome).stream()))
                    .as(check.id() + " does not pass")
                    .isNotEmpty();
        });
    }

    private static List<CheckCase> casesOf(Check check, Outcome outcome) {
        return CASES.stream()
                .filter(one -> one.check().equals(check.id()))
                // a check that only tells something passes either way, with another message
                .filter(one -> one.outcome() == outcome || check.severity() == Severity.INFO)
                .toList();
    }

    @Test
    void imageThatHasEverythingPassesEverything() {
        assertThat(run(FactSets.everything()))
                .filteredOn(result -> result.outcome() != Outcome.PASS)
                .extracting(result -> result.check().id() + " " + result.outcome() + ": " + result.message())
                .allMatch(
                        text -> text.startsWith("VOLUMES-001 SKIPPED") || text.contains(" SKIPPED: Applies to DBR ["));
    }

    @Test
    void installedFindsTheSuite() {
        assertThat(CheckSuite.installed()).hasAtLeastOneElementOfType(PlatformSuite.class);
    }

    @Test
    void idsAreUniqueAndOfOneForm() {
        assertThat(suite.checks())
                .extracting(Check::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[A-Z]+-\\d{3}"));
    }

    @Test
    void everyCapabilityButGpuCanBeProved() {
        Set<Capability> covered = suite.checks().stream()
                .filter(check -> check.proof() || check.id().equals("WORKSPACE-001"))
                .flatMap(check -> check.capability().stream())
                .collect(Collectors.toSet());

        assertThat(covered).containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(Capability.GPU)));
    }

    @Test
    void everyCheckSaysWhyWhatToDoAndWhereItComesFrom() {
        assertThat(suite.checks()).allSatisfy(check -> {
            assertThat(check.title()).as(check.id()).isNotBlank().doesNotEndWith(".");
            assertThat(check.why()).as(check.id()).endsWith(".");
            assertThat(check.remedy()).as(check.id()).isNotBlank();
            assertThat(check.source()).as(check.id()).contains("dcs.md");
        });
    }

    @Test
    void whatChecksNeedCanBeAskedOrTried() {
        Set<String> known = Stream.concat(
                        suite.questions().stream().filter(Question::slow).map(Question::name),
                        suite.trials().stream().map(Trial::name))
                .collect(Collectors.toSet());

        assertThat(suite.rules())
                .allSatisfy(rule -> assertThat(known).as(rule.check().id()).containsAll(rule.needs()));
    }

    @Test
    void questionsHaveNamesOfTheirOwn() {
        assertThat(suite.questions()).extracting(Question::name).doesNotHaveDuplicates();
    }

    private List<CheckResult> run(Facts facts) {
        return new CheckRunner(List.of(suite), Selection.all(), Policy.none(), LocalDate.EPOCH, () -> 0).run(facts);
    }

    private CheckResult result(Facts facts, String id) {
        return run(facts).stream()
                .filter(result -> result.check().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no check " + id));
    }
}
