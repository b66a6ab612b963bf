package dev.nodestart.conformance;

import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.conformance.facts.Question;
import dev.nodestart.conformance.facts.Trial;
import dev.nodestart.emulator.node.CellResult;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** Evaluates the selected checks of all suites on facts. It asks nothing and tries nothing itself. */
public final class CheckRunner {

    private final List<CheckSuite> suites;
    private final Selection selection;
    private final Policy policy;
    private final LocalDate today;
    private final LongSupplier nanoTime;

    /**
     * Wires the runner.
     *
     * @param today the day on which waivers are looked at
     * @param nanoTime the clock for durations, such as {@code System::nanoTime}
     */
    public CheckRunner(
            List<CheckSuite> suites, Selection selection, Policy policy, LocalDate today, LongSupplier nanoTime) {
        this.suites = List.copyOf(suites);
        this.selection = selection;
        this.policy = policy;
        this.today = today;
        this.nanoTime = nanoTime;
    }

    /** The questions that the selected checks need on a line: all quick ones, and the slow ones that one of them names. */
    public List<Question> questions(String line) {
        Set<String> needed = needed(line);
        return suites.stream()
                .flatMap(suite -> suite.questions().stream())
                .filter(question -> !question.slow() || needed.contains(question.name()))
                .toList();
    }

    /** The trials that the selected checks need on a line. */
    public List<Trial> trials(String line) {
        Set<String> needed = needed(line);
        return suites.stream()
                .flatMap(suite -> suite.trials().stream())
                .filter(trial -> needed.contains(trial.name()))
                .toList();
    }

    private Set<String> needed(String line) {
        return suites.stream()
                .flatMap(suite -> suite.rules().stream())
                .filter(rule -> selection.includes(rule.check())
                        && notToRun(rule.check(), line).isEmpty())
                .flatMap(rule -> rule.needs().stream())
                .collect(Collectors.toSet());
    }

    /** The results in the order of the catalogue; a judgement that throws gives {@link Outcome#ERROR}. */
    public List<CheckResult> run(Facts facts) {
        return suites.stream()
                .flatMap(suite -> suite.rules().stream())
                .filter(rule -> selection.includes(rule.check()))
                .map(rule -> run(rule, facts))
                .toList();
    }

    private CheckResult run(CheckRule rule, Facts facts) {
        Check check = policy.applyTo(rule.check()).withRemedy(rule.remedyOn(facts.runtime()));
        long start = nanoTime.getAsLong();
        Finding finding = graded(
                notToRun(check, facts.launch().line()).map(Finding::skipped).orElseGet(() -> judge(rule, facts)),
                check.severity());
        Duration duration = Duration.ofNanos(nanoTime.getAsLong() - start).plus(tried(rule, facts));
        String message = finding.message() + expired(check, finding);
        return new CheckResult(check, finding.outcome(), message, finding.evidence(), duration);
    }

    private static Duration tried(CheckRule rule, Facts facts) {
        return rule.needs().stream()
                .flatMap(name -> facts.tried(name).stream())
                .map(CellResult::duration)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private Optional<String> notToRun(Check check, String line) {
        Optional<String> skipped = selection.skippedBy(check);
        if (skipped.isPresent()) {
            return Optional.of("Left out by --skip [" + skipped.get() + "].");
        }
        if (!check.lines().contains(line)) {
            return Optional.of("Applies to DBR [" + check.lines() + "], this is [" + line + "].");
        }
        return policy.waiverOf(check)
                .filter(waiver -> waiver.holdsOn(today))
                .map(waiver -> "Waived until " + waiver.expires() + ": " + waiver.reason());
    }

    private static Finding judge(CheckRule rule, Facts facts) {
        try {
            return rule.judgement().apply(facts);
        } catch (RuntimeException failure) {
            return Finding.error("Could not be evaluated: " + failure.getMessage(), List.of(failure.toString()));
        }
    }

    /** Only what must hold can fail; what only tells something never warns. */
    private static Finding graded(Finding finding, Severity severity) {
        boolean bad = finding.outcome() == Outcome.FAIL || finding.outcome() == Outcome.WARN;
        if (bad && severity == Severity.INFO) {
            return new Finding(Outcome.PASS, finding.message(), finding.evidence());
        }
        return finding.outcome() == Outcome.FAIL && severity == Severity.SHOULD
                ? Finding.warn(finding.message(), finding.evidence())
                : finding;
    }

    private String expired(Check check, Finding finding) {
        if (finding.outcome() == Outcome.PASS || finding.outcome() == Outcome.SKIPPED) {
            return "";
        }
        return policy.waiverOf(check)
                .filter(waiver -> !waiver.holdsOn(today))
                .map(waiver -> " Its waiver expired on " + waiver.expires() + ", so it counts.")
                .orElse("");
    }
}
