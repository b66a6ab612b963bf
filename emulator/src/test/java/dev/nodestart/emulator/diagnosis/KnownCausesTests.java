package dev.nodestart.emulator.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each cause that a launch can show, with the texts that it really leaves behind. */
class KnownCausesTests {
    private final Diagnoser diagnoser = new Diagnoser(Catalogue.builtIn());

    @ParameterizedTest
    @MethodSource("cases")
    void diagnoseGivesTheCauseFirst(KnownCases.Case known) {
        List<Diagnosis> causes = diagnoser.diagnose(known.launch(), known.evidence());
        assertThat(causes).extracting(Diagnosis::id).startsWith(known.id());
        assertThat(causes.get(0).cause()).doesNotContain("{");
    }

    @Test
    void everyCauseThatALaunchShowsHasACase() {
        List<String> covered = KnownCases.all().map(KnownCases.Case::id).toList();
        assertThat(Catalogue.builtIn().causes())
                .filteredOn(cause -> cause.detectable() == Cause.Detectable.LAUNCH)
                .extracting(Cause::id)
                .allSatisfy(id -> assertThat(covered).contains(id));
    }

    static Stream<KnownCases.Case> cases() {
        return KnownCases.all();
    }
}
