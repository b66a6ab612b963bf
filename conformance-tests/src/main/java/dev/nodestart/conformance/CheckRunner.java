package dev.nodestart.conformance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** Evaluates the selected checks of all suites on one launch, one after the other. */
public final class CheckRunner {

    private final List<CheckSuite> suites;
    private final Selection selection;
    private final LongSupplier nanoTime;

    /**
     * Wires the runner.
     *
     * @param nanoTime the clock for durations, such as {@code System::nanoTime}
     */
    public CheckRunner(List<CheckSuite> suites, Selection selection, LongSupplier nanoTime) {
        this.suites = List.copyOf(suites);
        this.selection = selection;
        this.nanoTime = nanoTime;
    }

    /** The results in the order of the catalogue; an evaluation that throws gives {@link Outcome#ERROR}. */
    public List<CheckResult> run(CheckContext context) {
        List<CheckResult> results = new ArrayList<>();
        for (CheckSuite suite : suites) {
            for (CheckTask task : suite.tasks(context)) {
                if (selection.includes(task.check())) {
                    results.add(run(task, context.launch().line()));
                }
            }
        }
        return List.copyOf(results);
    }

    private CheckResult run(CheckTask task, String line) {
        long start = nanoTime.getAsLong();
        Finding finding = finding(task, line);
        Duration duration = Duration.ofNanos(nanoTime.getAsLong() - start);
        return new CheckResult(task.check(), finding.outcome(), finding.message(), finding.evidence(), duration);
    }

    private Finding finding(CheckTask task, String line) {
        Check check = task.check();
        if (selection.skippedBy(check).isPresent()) {
            return Finding.skipped(
                    "Left out by --skip [" + selection.skippedBy(check).get() + "].");
        }
        if (!check.lines().contains(line)) {
            return Finding.skipped("Applies to DBR [" + check.lines() + "], this is [" + line + "].");
        }
        try {
            return task.evaluation().get();
        } catch (RuntimeException failure) {
            return Finding.error("Could not be evaluated: " + failure.getMessage(), List.of(failure.toString()));
        }
    }
}
