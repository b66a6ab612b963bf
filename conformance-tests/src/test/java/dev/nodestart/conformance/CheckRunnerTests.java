package dev.nodestart.conformance;

import static dev.nodestart.conformance.testing.Results.check;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.conformance.facts.Question;
import dev.nodestart.conformance.facts.Trial;
import dev.nodestart.conformance.testing.FactSets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckRunnerTests {

    private static final Check R1 = check("R-001", Severity.MUST, true, Capability.R);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final AtomicLong clock = new AtomicLong();

    @Test
    void runKeepsTheFindingAndItsTime() {
        CheckResult result = run(R1, Selection.all(), Policy.none(), facts -> {
            clock.addAndGet(7_000_000);
            return Finding.pass("Fine.");
        });

        assertThat(result).isEqualTo(new CheckResult(R1, Outcome.PASS, "Fine.", List.of(), Duration.ofMillis(7)));
    }

    @Test
    void runCountsTheTimeOfWhatWasTried() {
        CheckRule rule = new CheckRule(R1, Set.of("r.cell"), facts -> Finding.pass("Fine."));

        assertThat(runner(List.of(rule), Selection.all(), Policy.none())
                        .run(FactSets.everything())
                        .get(0)
                        .duration())
                .isEqualTo(Duration.ofMillis(12));
    }

    @Test
    void runWhenRemedyNamesVersionsTakesThoseOfTheLine() {
        CheckRule rule = CheckRule.should("PYTHON-900", "A remedy with versions")
                .remedy("On {line|LINE}: FROM ubuntu:{ubuntu|24.04}, python{python|3.0}, java-{java|1}.")
                .judge(facts -> Finding.warn("Not so.", List.of()));

        CheckResult result = runner(List.of(rule), Selection.all(), Policy.none())
                .run(FactSets.everything())
                .get(0);

        assertThat(rule.check().remedy()).isEqualTo("On LINE: FROM ubuntu:24.04, python3.0, java-1.");
        assertThat(result.fix()).isEqualTo("On 15.4: FROM ubuntu:22.04, python3.11, java-8.");
    }

    @Test
    void runWhenJudgementThrowsIsAnErrorAndNoFailure() {
        CheckResult result = run(R1, Selection.all(), Policy.none(), facts -> {
            throw new IllegalStateException("the node is gone.");
        });

        assertThat(result.outcome()).isEqualTo(Outcome.ERROR);
        assertThat(result.message()).isEqualTo("Could not be evaluated: the node is gone.");
        assertThat(result.evidence()).containsExactly("java.lang.IllegalStateException: the node is gone.");
    }

    @Test
    void runWhenAFactIsMissingSaysWhichAndWhy() {
        CheckResult result = run(
                R1,
                Selection.all(),
                Policy.none(),
                facts -> Finding.pass(facts.answer("nothing.of.the.kind").out()));

        assertThat(result.outcome()).isEqualTo(Outcome.ERROR);
        assertThat(result.message())
                .isEqualTo(
                        "Could not be evaluated: [nothing.of.the.kind] is not known: the node gave no answer to it.");
    }

    @ParameterizedTest(name = "{0} of a {1} check is {2}")
    @CsvSource({
        "FAIL, MUST, FAIL",
        "FAIL, SHOULD, WARN",
        "FAIL, INFO, PASS",
        "WARN, MUST, WARN",
        "WARN, SHOULD, WARN",
        "WARN, INFO, PASS",
        "ERROR, INFO, ERROR",
        "SKIPPED, INFO, SKIPPED",
        "PASS, MUST, PASS"
    })
    void runGradesAFindingByTheSeverity(Outcome found, Severity severity, Outcome expected) {
        Check check = check("R-001", severity, false, Capability.R);

        assertThat(run(check, Selection.all(), Policy.none(), facts -> new Finding(found, "Found.", List.of("line"))))
                .extracting(CheckResult::outcome, CheckResult::message, CheckResult::evidence)
                .containsExactly(expected, "Found.", List.of("line"));
    }

    @Test
    void runTakesTheSeverityOfThePolicy() {
        Policy policy = new Policy(Optional.empty(), Map.of("R-001", Severity.SHOULD), List.of());

        CheckResult result = run(R1, Selection.all(), policy, facts -> Finding.fail("Broken.", List.of()));

        assertThat(result.outcome()).isEqualTo(Outcome.WARN);
        assertThat(result.check().severity()).isEqualTo(Severity.SHOULD);
    }

    @Test
    void runWhenWaivedSaysUntilWhenAndWhy() {
        CheckResult result = run(R1, Selection.all(), waiver(TODAY), CheckRunnerTests::notToBeJudged);

        assertThat(result.outcome()).isEqualTo(Outcome.SKIPPED);
        assertThat(result.message()).isEqualTo("Waived until 2026-11-22: R comes next month.");
    }

    @Test
    void runWhenWaiverExpiredCountsAndSaysSo() {
        CheckResult result =
                run(R1, Selection.all(), waiver(TODAY.minusDays(1)), facts -> Finding.fail("Broken.", List.of()));

        assertThat(result.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(result.message()).isEqualTo("Broken. Its waiver expired on 2026-11-21, so it counts.");
    }

    @Test
    void runWhenWaiverExpiredAndTheCheckPassesSaysNothingOfIt() {
        CheckResult result = run(R1, Selection.all(), waiver(TODAY.minusDays(1)), facts -> Finding.pass("Fine."));

        assertThat(result.message()).isEqualTo("Fine.");
    }

    @Test
    void runWhenSkippedByNameSaysWhichName() {
        Selection selection = new Selection(List.of(), List.of("R-001"));

        CheckResult result = run(R1, selection, Policy.none(), CheckRunnerTests::notToBeJudged);

        assertThat(result.outcome()).isEqualTo(Outcome.SKIPPED);
        assertThat(result.message()).isEqualTo("Left out by --skip [R-001].");
    }

    @Test
    void runWhenLineIsTooOldSaysWhichLines() {
        CheckRule newer = CheckRule.must("R-002", "A title")
                .lines(LineRange.since("16.4"))
                .judge(CheckRunnerTests::notToBeJudged);

        CheckResult result = runner(List.of(newer), Selection.all(), Policy.none())
                .run(FactSets.everything())
                .get(0);

        assertThat(result.outcome()).isEqualTo(Outcome.SKIPPED);
        assertThat(result.message()).isEqualTo("Applies to DBR [16.4+], this is [15.4].");
    }

    @Test
    void runLeavesOutWhatWasNotAskedFor() {
        CheckRule rule = new CheckRule(R1, Set.of(), CheckRunnerTests::notToBeJudged);

        assertThat(runner(List.of(rule), new Selection(List.of("boot"), List.of()), Policy.none())
                        .run(FactSets.everything()))
                .isEmpty();
    }

    @Test
    void questionsAndTrialsAreThoseThatARunningCheckNeeds() {
        CheckRule wanted = CheckRule.must("A-001", "A")
                .needs("slow.wanted", "trial.wanted")
                .judge(CheckRunnerTests::notToBeJudged);
        CheckRule otherLine = CheckRule.must("A-002", "B")
                .lines(LineRange.since("99"))
                .needs("slow.unwanted", "trial.unwanted")
                .judge(CheckRunnerTests::notToBeJudged);

        CheckRunner runner = runner(List.of(wanted, otherLine), Selection.all(), Policy.none());

        assertThat(runner.questions("15.4")).extracting(Question::name).containsExactly("quick", "slow.wanted");
        assertThat(runner.trials("15.4")).extracting(Trial::name).containsExactly("trial.wanted");
    }

    private static Finding notToBeJudged(Facts facts) {
        throw new AssertionError("judged");
    }

    private static Policy waiver(LocalDate expires) {
        return new Policy(Optional.empty(), Map.of(), List.of(new Waiver("R-001", "R comes next month.", expires)));
    }

    private CheckResult run(Check check, Selection selection, Policy policy, Function<Facts, Finding> judgement) {
        return runner(List.of(new CheckRule(check, Set.of(), judgement)), selection, policy)
                .run(FactSets.everything())
                .get(0);
    }

    private CheckRunner runner(List<CheckRule> rules, Selection selection, Policy policy) {
        CheckSuite suite = new CheckSuite() {
            @Override
            public List<CheckRule> rules() {
                return rules;
            }

            @Override
            public List<Question> questions() {
                return List.of(
                        Question.of("quick", "true"),
                        new Question("slow.wanted", "true", 5),
                        new Question("slow.unwanted", "true", 5));
            }

            @Override
            public List<Trial> trials() {
                return List.of(trial("trial.wanted"), trial("trial.unwanted"));
            }

            private Trial trial(String name) {
                return new Trial(name, "lane", context -> FactSets.ok("", ""));
            }
        };
        return new CheckRunner(List.of(suite), selection, policy, TODAY, clock::get);
    }
}
