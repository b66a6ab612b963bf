package dev.nodestart.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.conformance.CheckRule;
import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.conformance.testing.FactSets;
import dev.nodestart.conformance.testing.Launches;
import dev.nodestart.emulator.model.ImageDetails;
import dev.nodestart.emulator.model.ImageHistory;
import dev.nodestart.emulator.model.OverlayEntry;
import dev.nodestart.emulator.model.OverlayEntry.Fate;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverlayEvidenceTests {

    @Test
    void overwrittenFileNamesTheStepThatBroughtIt() {
        assertThat(evidence("COPY a /opt/a", "COPY conf /databricks/spark/conf # buildkit", "RUN true"))
                .containsExactly("/databricks/spark/conf/x.conf  from: COPY conf /databricks/spark/conf # buildkit");
    }

    @Test
    void lastStepThatNamesItWins() {
        assertThat(evidence("RUN mkdir /databricks/spark/conf", "COPY x.conf /databricks/spark/conf/x.conf"))
                .containsExactly("/databricks/spark/conf/x.conf  from: COPY x.conf /databricks/spark/conf/x.conf");
    }

    @Test
    void stepThatNamesAnotherFileOfThatBeginningDoesNotCount() {
        assertThat(evidence("COPY y /databricks/spark/configuration", "COPY z /databricks"))
                .containsExactly("/databricks/spark/conf/x.conf");
    }

    @Test
    void longStepIsCut() {
        assertThat(evidence("RUN echo /databricks/spark/conf/x.conf " + "a".repeat(200)))
                .singleElement()
                .asString()
                .hasSize("/databricks/spark/conf/x.conf  from: ".length() + 118)
                .endsWith("a…");
    }

    private static List<String> evidence(String... steps) {
        Facts facts = FactSets.of(
                Launches.withOverlay(List.of(new OverlayEntry("/databricks/spark/conf/x.conf", Fate.OVERRIDDEN))));
        ImageDetails details = new ImageDetails(
                List.of(),
                List.of(),
                "",
                1,
                List.of(steps).stream().map(step -> new ImageHistory(step, 1)).toList());
        Facts with = new Facts(facts.launch(), facts.runtime(), details, facts.answers(), facts.trials(), facts.gaps());
        CheckRule rule = OverlayChecks.rules().get(0);
        return rule.judgement().apply(with).evidence();
    }
}
