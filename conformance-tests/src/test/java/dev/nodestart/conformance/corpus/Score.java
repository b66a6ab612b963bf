package dev.nodestart.conformance.corpus;

import java.util.List;
import java.util.Locale;

/**
 * How well the corpus was judged.
 *
 * @param broken results of broken cases
 * @param good results of good ones
 */
record Score(List<CaseResult> broken, List<CaseResult> good) {
    /** Of a hundred broken cases so many must have their cause named first. */
    static final int CAUSE_FIRST_GOAL = 95;

    static Score of(List<CaseResult> results) {
        return new Score(
                results.stream().filter(result -> result.wanted().isBroken()).toList(),
                results.stream().filter(result -> !result.wanted().isBroken()).toList());
    }

    /** Broken cases with the verdict, the termination and the lost capabilities that they must have. */
    long verdictRight() {
        return broken.stream().filter(CaseResult::verdictRight).count();
    }

    /** Broken cases whose cause is named first. */
    long causeFirst() {
        return broken.stream().filter(CaseResult::causeFirst).count();
    }

    /** Broken cases of which every fault is named. */
    long allNamed() {
        return broken.stream().filter(CaseResult::allCauses).count();
    }

    /** Good cases of which something bad is said. */
    long accused() {
        return good.stream().filter(CaseResult::accused).count();
    }

    /** Whether the goals are met. */
    boolean met() {
        return verdictRight() == broken.size()
                && causeFirst() * 100 >= (long) CAUSE_FIRST_GOAL * broken.size()
                && accused() == 0;
    }

    /** The score as a table in Markdown. */
    String table() {
        return """
                | | of | goal | reached |
                | --- | --- | --- | --- |
                | broken images with the right verdict and termination | %d | 100 %% | %s |
                | broken images whose cause is named first | %d | 95 %% | %s |
                | broken images of which every fault is named | %d | | %s |
                | good images that are accused of something | %d | 0 | %d |
                """.formatted(
                        broken.size(),
                        share(verdictRight()),
                        broken.size(),
                        share(causeFirst()),
                        broken.size(),
                        share(allNamed()),
                        good.size(),
                        accused());
    }

    private String share(long number) {
        return broken.isEmpty()
                ? "-"
                : String.format(Locale.ROOT, "%d (%.1f %%)", number, 100.0 * number / broken.size());
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d broken: %d verdicts right, %d causes first; %d good: %d accused",
                broken.size(),
                verdictRight(),
                causeFirst(),
                good.size(),
                accused());
    }
}
