package dev.nodestart.conformance.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.conformance.Verdict;
import dev.nodestart.emulator.diagnosis.Catalogue;
import dev.nodestart.emulator.diagnosis.Cause;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The corpus as data: complete, and about causes that there are. */
class CorpusTests {
    /** Rows of dcs.md §6 without a case, and why. */
    private static final Map<String, String> WITHOUT_A_CASE = Map.ofEntries(
            Map.entry("DCS-F02", "needs the GPU image of an old line"),
            Map.entry("DCS-F07", "needs a conda image of a line up to 8"),
            Map.entry("DCS-F08", "the environment of a notebook is made by the node itself"),
            Map.entry("DCS-F10", "the platform's own limit; the text is recognised"),
            Map.entry("DCS-F13", "general: every case that a registry refuses names a more special cause"),
            Map.entry("DCS-F25", "the session of R cells here needs no package; advice of a check"),
            Map.entry("DCS-F26", "needs R 4.5; advice of a check"),
            Map.entry("DCS-F27", "no Spark runs here; the text is recognised"),
            Map.entry("DCS-F28", "no Spark runs here; a check warns, as in good-jars-collide"),
            Map.entry("DCS-F29", "concerns the build of an image"),
            Map.entry("DCS-F30", "concerns what a registry has later"),
            Map.entry("DCS-F31", "needs a GPU"),
            Map.entry("DCS-F32", "needs a GPU; advice of a check"),
            Map.entry("DCS-F35", "advice of a check"),
            Map.entry("DCS-F36", "the mount is not emulated; advice of a check"),
            Map.entry("DCS-F38", "advice of a check"),
            Map.entry("DCS-F39", "the cloud's capacity; the text is recognised"),
            Map.entry("DCS-F40", "a setting of the workspace; the text is recognised"),
            Map.entry("DCS-F42", "advice of a check"));

    private final List<CorpusCase> cases = Corpus.cases();
    private final Catalogue catalogue = Catalogue.builtIn();

    @Test
    void thereAreEnoughBrokenOnesAndGoodOnes() {
        assertThat(cases).filteredOn(CorpusCase::isBroken).hasSizeGreaterThanOrEqualTo(60);
        assertThat(cases).filteredOn(one -> !one.isBroken()).hasSizeGreaterThanOrEqualTo(12);
    }

    @Test
    void brokenOnesNameKnownCausesAndGoodOnesNone() {
        assertThat(cases).allSatisfy(one -> {
            List<String> causes = one.expected().causes();
            if (one.isBroken()) {
                assertThat(causes)
                        .as(one.name())
                        .isNotEmpty()
                        .allMatch(id -> catalogue.find(id).isPresent());
            } else {
                assertThat(one.name()).startsWith("good-");
                assertThat(causes).as(one.name()).isEmpty();
                assertThat(one.expected().verdict()).as(one.name()).isEqualTo(Verdict.WORKS);
            }
        });
    }

    @Test
    void whatDoesNotBootHasATerminationAndWhatRunsLosesACapability() {
        assertThat(cases).filteredOn(CorpusCase::isBroken).allSatisfy(one -> {
            boolean runs = one.expected().verdict() == Verdict.DEGRADED;
            assertThat(one.expected().code().isPresent()).as(one.name()).isNotEqualTo(runs);
            assertThat(one.expected().type().isPresent()).as(one.name()).isNotEqualTo(runs);
            assertThat(one.expected().lost().isEmpty()).as(one.name()).isNotEqualTo(runs);
        });
    }

    @Test
    void everyRowOfTheFactsHasACaseOrAReason() {
        Set<String> covered =
                cases.stream().flatMap(one -> one.expected().causes().stream()).collect(Collectors.toSet());
        assertThat(catalogue.causes())
                .filteredOn(cause -> cause.id().startsWith("DCS-")
                        && Integer.parseInt(cause.id().substring(5)) <= 43)
                .extracting(Cause::id)
                .allSatisfy(id -> assertThat(covered.contains(id) || WITHOUT_A_CASE.containsKey(id))
                        .as(id)
                        .isTrue());
    }
}
