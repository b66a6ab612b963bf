package dev.nodestart.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTests {

    @ParameterizedTest
    @CsvSource({"0, 0 ms", "999, 999 ms", "1000, 1.00 s", "59994, 59.99 s", "60000, 1 min 00 s", "65400, 1 min 05 s"})
    void text(long millis, String expected) {
        assertThat(Durations.text(Duration.ofMillis(millis))).isEqualTo(expected);
    }
}
