package dev.nodestart.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.conformance.Requirements;
import dev.nodestart.conformance.Selection;
import dev.nodestart.conformance.VerifyResult;
import dev.nodestart.conformance.facts.Answer;
import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.conformance.testing.FactSets;
import dev.nodestart.conformance.testing.Launches;
import dev.nodestart.emulator.model.ImageDetails;
import dev.nodestart.emulator.model.Launch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FactRowsTests {

    private static final Launch LAUNCH = Launches.running(0);

    @Test
    void rowsWhenThereAreNoFactsIsEmpty() {
        assertThat(FactRows.of(Verifications.DOES_NOT_BOOT.result())).isEmpty();
    }

    @Test
    void answersStandInTheirGroupWithTheirName() {
        assertThat(rows(
                        Map.of("python.version", new Answer(0, "3.11.2", ""), "java.version", new Answer(0, "17", "")),
                        Map.of()))
                .containsExactly(new FactRow("java", "version", "17"), new FactRow("python", "version", "3.11.2"));
    }

    @Test
    void answerOfNamesAndValuesIsARowForEach() {
        assertThat(rows(Map.of("system.tools", new Answer(0, "bash\t/usr/bin/bash\nsystemctl\t", "")), Map.of()))
                .containsExactly(
                        new FactRow("system", "tools bash", "/usr/bin/bash"),
                        new FactRow("system", "tools systemctl", ""));
    }

    @Test
    void answerThatFailedShowsItsExitStatusAndLastLine() {
        assertThat(rows(Map.of("lsp.import", new Answer(127, "", "first\nnot found\n")), Map.of()))
                .containsExactly(new FactRow("lsp", "import", "exit status 127: not found"));
    }

    @Test
    void gapIsARowWithItsReason() {
        assertThat(rows(Map.of(), Map.of("r.version", "it ran past its limit")))
                .containsExactly(new FactRow("r", "version", "not known: it ran past its limit"));
    }

    private static List<FactRow> rows(Map<String, Answer> answers, Map<String, String> gaps) {
        Facts facts = new Facts(LAUNCH, FactSets.of(LAUNCH).runtime(), ImageDetails.unknown(), answers, Map.of(), gaps);
        return FactRows.of(VerifyResult.conclude(
                LAUNCH, Requirements.defaults(), Selection.all(), List.of(), List.of(), Optional.of(facts)));
    }
}
