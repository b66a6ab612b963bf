package dev.nodestart.emulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Versions of the engine's API. */
class ApiVersionTests {
    @Test
    void atLeastComparesNumbersNotText() {
        assertThat(ApiVersion.of("1.41").atLeast(ApiVersion.of("1.9"))).isTrue();
        assertThat(ApiVersion.of("1.41").atLeast(ApiVersion.of("1.41"))).isTrue();
        assertThat(ApiVersion.of("1.40").atLeast(ApiVersion.OLDEST_SUPPORTED)).isFalse();
        assertThat(ApiVersion.of("2.0").atLeast(ApiVersion.of("1.99"))).isTrue();
        assertThat(ApiVersion.of("1.41")).hasToString("1.41");
    }

    @Test
    void ofWhenTextIsNoVersionSaysSo() {
        assertThatThrownBy(() -> ApiVersion.of("latest"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Not an engine API version: [latest]");
    }
}
