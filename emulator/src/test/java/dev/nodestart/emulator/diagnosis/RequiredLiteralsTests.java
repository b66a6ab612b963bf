package dev.nodestart.emulator.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequiredLiteralsTests {

    @ParameterizedTest
    @CsvSource({
        "'Container setup', container setup",
        "'colou?r of it', 'r of it'",
        "'(?i)No space [a-z]+ device', 'no space '",
        "'exit code: \\(137\\)', exit code: (137)",
        "'x*(?:optional)?needed', needed",
        "'a(?!never|ever)line', line",
        "'(?<name>some)\\w+', some"
    })
    void ofPatternIsItsLongestCertainText(String regex, String text) {
        assertThat(RequiredLiterals.of(regex)).contains(Set.of(text));
    }

    @Test
    void ofAlternativesIsOneOfEach() {
        assertThat(RequiredLiterals.of("first one|the (?:second|other)"))
                .contains(Set.of("first one", "second", "other"));
    }

    @ParameterizedTest
    @CsvSource({"'\\w+ \\d+'", "'known|\\w+'", "'(?:abc)?'", "'ab'"})
    void ofPatternWithoutCertainTextIsNothing(String regex) {
        assertThat(RequiredLiterals.of(regex)).isEqualTo(Optional.empty());
    }

    /** Else every line of a log would go through regular expressions. */
    @Test
    void ofCatalogueNearlyEveryPatternHasOne() {
        var patterns = Catalogue.builtIn().causes().stream()
                .flatMap(cause -> cause.signs().stream())
                .flatMap(sign -> sign.all().stream())
                .map(SignPattern::text)
                .toList();

        assertThat(patterns.stream().filter(regex -> RequiredLiterals.of(regex).isEmpty()))
                .hasSizeLessThanOrEqualTo(patterns.size() / 20);
    }
}
