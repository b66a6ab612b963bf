package dev.nodestart.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-22T10:00:00Z",
                "2026-11-22T10:00:05Z",
                "2026-11-22T10:00:00.007Z",
                "2026-11-22T10:20:30.120Z"
            })
    void textIsThatOfAnInstant(String text) {
        assertThat(Moments.text(Instant.parse(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22T10:00:00.900Z", "2026-11-22T10:00:00Z"})
    void secondsHasNoZoneAndNoFraction(String text) {
        assertThat(Moments.seconds(Instant.parse(text))).isEqualTo("2026-11-22T10:00:00");
    }
}
