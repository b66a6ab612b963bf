package dev.nodestart.emulator.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuthChallengeTests {

    @Test
    void parseWhenBearerReadsItsParameters() {
        assertThat(
                        AuthChallenge.parse(
                                List.of(
                                        "Bearer realm=\"https://auth.example/token\",service=\"reg, example\",scope=\"repository:a/b:pull\"")))
                .contains(new AuthChallenge(
                        true,
                        Map.of(
                                "realm", "https://auth.example/token",
                                "service", "reg, example",
                                "scope", "repository:a/b:pull")));
    }

    @Test
    void parseWhenBothAreOfferedTakesBearer() {
        assertThat(AuthChallenge.parse(List.of("Basic realm=\"a\"", "bearer realm=https://auth.example/t"))
                        .orElseThrow()
                        .bearer())
                .isTrue();
    }

    @Test
    void parseWhenNothingIsKnownIsEmpty() {
        assertThat(AuthChallenge.parse(List.of())).isEmpty();
        assertThat(AuthChallenge.parse(List.of("Negotiate", "Bearer service=\"no realm\"")))
                .isEmpty();
    }
}
