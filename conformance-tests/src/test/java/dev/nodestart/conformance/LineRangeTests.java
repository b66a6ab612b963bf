package dev.nodestart.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineRangeTests {

    @ParameterizedTest(name = "[{0}] contains [{1}]: {2}")
    @CsvSource({
        "'',   7.3,  true",
        "12.2, 12.2, true",
        "12.2, 12.1, false",
        "12.2, 9.1,  false",
        "12.2, 8.x,  false",
        "12.2, 15.4, true",
        "12.2, 18,   true",
        "9.1,  10.4, true",
    })
    void containsComparesNumbersNotText(String since, String line, boolean expected) {
        assertThat(LineRange.since(since).contains(line)).isEqualTo(expected);
    }

    @Test
    void untilHasTheLineItselfAndOlderOnes() {
        LineRange range = LineRange.until("9.1");

        assertThat(range.contains("9.1")).isTrue();
        assertThat(range.contains("8.x")).isTrue();
        assertThat(range.contains("10.4")).isFalse();
        assertThat(range).hasToString("..9.1");
    }
}
