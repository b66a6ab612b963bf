package dev.nodestart.conformance;

import static dev.nodestart.conformance.testing.Results.check;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SelectionTests {

    private static final Check R1 = check("R-001", Severity.MUST, true, Capability.R);

    @Test
    void parseWhenNothingIsGivenIncludesEverything() {
        Selection selection = Selection.parse(List.of(), List.of(), List.of(R1));

        assertThat(selection).isEqualTo(Selection.all());
        assertThat(selection.includes(R1)).isTrue();
        assertThat(selection.bootOnly()).isFalse();
    }

    @Test
    void parseTakesIdsAndCategoriesWithoutRegardToCase() {
        assertThat(Selection.parse(List.of("r-001"), List.of(), List.of(R1)).includes(R1))
                .isTrue();
        assertThat(Selection.parse(List.of(), List.of("Category"), List.of(R1)).skippedBy(R1))
                .contains("Category");
    }

    @Test
    void parseWhenOnlyBootIsWantedIncludesNoCheck() {
        Selection selection = Selection.parse(List.of("boot"), List.of(), List.of(R1));

        assertThat(selection.bootOnly()).isTrue();
        assertThat(selection.includes(R1)).isFalse();
    }

    @Test
    void parseWhenNameIsUnknownAndIdsAreManyNamesTheOthers() {
        Set<String> known = new TreeSet<>(Set.of("boot", "python"));
        IntStream.rangeClosed(100, 150).forEach(number -> known.add("R-" + number));

        assertThat(new UnknownNameException("--only", "check, category or tag", "R-1000", known))
                .hasMessage("--only: unknown check, category or tag [R-1000]; did you mean [R-100]? Known: the ids of"
                        + " [nodestart checks list], boot, python.");
    }

    @Test
    void parseWhenNameIsUnknownNamesTheNearest() {
        assertThatExceptionOfType(UnknownNameException.class)
                .isThrownBy(() -> Selection.parse(List.of(), List.of("R-01"), List.of(R1)))
                .withMessage(
                        "--skip: unknown check, category or tag [R-01]; did you mean [R-001]? Known: R-001, boot, category.");
    }
}
