package dev.nodestart.emulator.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SearchTextTests {
    private final SearchText text = SearchText.of(List.of("Cannot run program", "No Space left"));

    @Test
    void containsWithoutRegardToCaseOfTheLines() {
        assertThat(text.contains("cannot run")).isTrue();
        assertThat(text.contains("no space")).isTrue();
        assertThat(text.contains("ace")).isTrue();
    }

    @Test
    void containsNotWhatIsInNoLine() {
        assertThat(text.contains("cannot walk")).isFalse();
    }

    /** Its triples are all there, it is not. */
    @Test
    void containsNotWhatIsOnlyThereInParts() {
        assertThat(SearchText.of(List.of("abcd", "bcde")).contains("abcde")).isFalse();
    }

    @Test
    void containsNothingWhereThereAreNoLines() {
        assertThat(SearchText.of(List.of()).contains("any")).isFalse();
    }

    @Test
    void patternWithoutACertainTextMayBeInAnyLine() {
        assertThat(SignPattern.of("\\d+").mayBeIn(SearchText.of(List.of()))).isTrue();
        assertThat(SignPattern.of("known").mayBeIn(SearchText.of(List.of("un"))))
                .isFalse();
    }
}
