package dev.nodestart.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TapReportTests {

    private static final Pattern POINT = Pattern.compile("(not )?ok (\\d+) - .*");
    private static final Pattern TEXT = Pattern.compile("  (?:  - |[a-z]+: )(\".*\")");

    @ParameterizedTest
    @EnumSource(Verifications.class)
    void writeMatchesGoldenFile(Verifications verification) throws IOException {
        Golden.assertMatches(new TapReport(), verification, "tap");
    }

    @ParameterizedTest
    @EnumSource(Verifications.class)
    void writeNumbersEveryPointOfThePlan(Verifications verification) throws IOException {
        List<String> lines = write(verification).lines().toList();
        List<String> numbers = lines.stream()
                .map(POINT::matcher)
                .filter(point -> point.matches())
                .map(point -> point.group(2))
                .toList();

        assertThat(lines.get(0)).isEqualTo("TAP version 14");
        assertThat(lines).contains("1.." + numbers.size());
        assertThat(numbers.get(numbers.size() - 1)).isEqualTo(Integer.toString(numbers.size()));
    }

    @ParameterizedTest
    @EnumSource(Verifications.class)
    void writeHasNoLineThatAReaderWouldNotKnow(Verifications verification) throws IOException {
        assertThat(write(verification).lines())
                .allSatisfy(line -> assertThat(line)
                        .matches("TAP version 14|1\\.\\.\\d+|# .*|(not )?ok \\d+ - .*|  ---|  \\.\\.\\.|Bail out! .*"
                                + "|  [a-z_]+:( .+)?|    - \".*\""));
    }

    @Test
    void textsOfYamlBlocksAreJsonTexts() throws IOException {
        List<String> texts = write(Verifications.SPECIALS)
                .lines()
                .map(TEXT::matcher)
                .filter(text -> text.matches())
                .map(text -> text.group(1))
                .toList();

        assertThat(texts).hasSizeGreaterThan(10);
        for (String text : texts) {
            assertThat(new ObjectMapper().readValue(text, String.class)).isNotNull();
        }
    }

    @Test
    void writeWhenNothingIsKnownBailsOut() throws IOException {
        assertThat(write(Verifications.INCONCLUSIVE))
                .contains("\nBail out! Nothing is known of the image: the engine at [unix:///var/run/docker.sock]");
    }

    private static String write(Verifications verification) throws IOException {
        return Golden.written(new TapReport(), verification);
    }
}
