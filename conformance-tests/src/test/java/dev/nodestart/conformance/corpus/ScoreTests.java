package dev.nodestart.conformance.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.conformance.Capability;
import dev.nodestart.conformance.Verdict;
import dev.nodestart.emulator.launch.Limits;
import dev.nodestart.emulator.model.TerminationReason;
import dev.nodestart.emulator.model.TerminationType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScoreTests {
    private static final CorpusCase BROKEN = broken(List.of("DCS-F17", "DCS-F46"));
    private static final CorpusCase GOOD = new CorpusCase(
            Path.of("corpus", "good-plain"),
            "the sample",
            Optional.empty(),
            "dcs.md §1.1",
            Optional.empty(),
            Limits.DEFAULT,
            Optional.empty(),
            new Expectation(
                    Verdict.WORKS,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    List.of()));

    @Test
    void ofWhenAllIsAsItMustBeMeetsTheGoals() {
        Score score =
                Score.of(List.of(failed("SPARK_STARTUP_FAILURE", List.of("DCS-F17", "DCS-F46")), works(List.of())));
        assertThat(score.met()).isTrue();
        assertThat(score).hasToString("1 broken: 1 verdicts right, 1 causes first; 1 good: 0 accused");
        assertThat(score.table())
                .contains("| broken images with the right verdict and termination | 1 | 100 % | 1 (100.0 %) |")
                .contains("| good images that are accused of something | 1 | 0 | 0 |");
    }

    @Test
    void problemsWhenAnotherCauseIsFirstSayWhich() {
        CaseResult result = failed("SPARK_STARTUP_FAILURE", List.of("DCS-F46", "DCS-F17"));
        assertThat(result.verdictRight()).isTrue();
        assertThat(result.causeFirst()).isFalse();
        assertThat(result.allCauses()).isTrue();
        assertThat(result.problems())
                .containsExactly(
                        "diagnosis is [DCS-F46, DCS-F17], must be [DCS-F17, DCS-F46] with the first one first");
        assertThat(Score.of(List.of(result)).met()).isFalse();
    }

    @Test
    void problemsWhenACauseIsNotNamedAreToldAndTheFirstStillCounts() {
        CaseResult result = failed("SPARK_STARTUP_FAILURE", List.of("DCS-F17"));
        assertThat(result.causeFirst()).isTrue();
        assertThat(result.problems()).hasSize(1);
        assertThat(Score.of(List.of(result)).allNamed()).isZero();
        assertThat(Score.of(List.of(result)).met()).isTrue();
    }

    @Test
    void problemsWhenTheTerminationIsAnotherSayWhich() {
        CaseResult result = failed("SPARK_ERROR", List.of("DCS-F17", "DCS-F46"));
        assertThat(result.problems())
                .containsExactly(
                        "termination code is [Optional[SPARK_ERROR]], must be [Optional[SPARK_STARTUP_FAILURE]]");
        assertThat(Score.of(List.of(result)).met()).isFalse();
    }

    @Test
    void accusedWhenACheckFailsOrACauseIsNamed() {
        assertThat(works(List.of()).accused()).isFalse();
        assertThat(works(List.of("FILES-001: no")).accused()).isTrue();
        assertThat(Score.of(List.of(works(List.of("FILES-001: no")))).met()).isFalse();
        assertThat(failed("SPARK_ERROR", List.of()).accused()).isFalse();
    }

    @Test
    void pageSaysWhatIsNotAsItMustBe() {
        Score score =
                Score.of(List.of(failed("SPARK_STARTUP_FAILURE", List.of("DCS-F46")), works(List.of("FILES-001: no"))));
        assertThat(DetectionPage.render(score))
                .contains("| no-ps | ps is missing. | does not boot | SPARK_STARTUP_FAILURE | DCS-F46 | - | **no** |\n")
                .contains("| good-plain | the sample | works | **FILES-001: no** |\n");
    }

    private static CorpusCase broken(List<String> causes) {
        return new CorpusCase(
                Path.of("corpus", "no-ps"),
                "no ps",
                Optional.of("ps is missing."),
                "dcs.md F17",
                Optional.empty(),
                Limits.DEFAULT,
                Optional.empty(),
                new Expectation(
                        Verdict.DOES_NOT_BOOT,
                        Optional.of("SPARK_STARTUP_FAILURE"),
                        Optional.of("SERVICE_FAULT"),
                        Optional.of("not found"),
                        causes,
                        List.<Capability>of(),
                        List.of()));
    }

    private static CaseResult failed(String code, List<String> causes) {
        TerminationReason reason = new TerminationReason(code, TerminationType.SERVICE_FAULT, Map.of());
        return new CaseResult(
                BROKEN,
                Verdict.DOES_NOT_BOOT,
                Optional.of(reason),
                "ps: command not found",
                causes,
                List.of(),
                List.of(),
                List.of());
    }

    private static CaseResult works(List<String> complaints) {
        return new CaseResult(GOOD, Verdict.WORKS, Optional.empty(), "", List.of(), List.of(), complaints, List.of());
    }
}
