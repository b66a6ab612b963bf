package dev.nodestart.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConsoleReportTests {

    private static final Pattern ESCAPES = Pattern.compile("\u001b\\[[0-9;]*m");

    @ParameterizedTest
    @EnumSource(Verifications.class)
    void writeMatchesGoldenFile(Verifications verification) throws IOException {
        Golden.assertMatches(verification.name().toLowerCase(Locale.ROOT) + ".txt", write(verification, Style.plain()));
    }

    @ParameterizedTest
    @EnumSource(Verifications.class)
    void writeInColourSaysTheSame(Verifications verification) throws IOException {
        String coloured = write(verification, new Style(true, true));

        assertThat(coloured).contains("\u001b[");
        assertThat(ESCAPES.matcher(coloured).replaceAll("").replaceAll("(?m) +$", ""))
                .isEqualTo(write(verification, Style.plain()));
    }

    @ParameterizedTest
    @EnumSource(Verifications.class)
    void writeStaysWithinThePageButForLinesToPaste(Verifications verification) throws IOException {
        assertThat(write(verification, Style.plain()).lines())
                .filteredOn(line -> !line.contains("RUN ") && !line.contains("nodestart launch"))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(Page.WIDTH));
    }

    @Test
    void writeWithoutUnicodeDrawsBarsInAscii() throws IOException {
        assertThat(write(Verifications.WORKS, new Style(false, false)))
                .contains("####")
                .doesNotContain("█");
    }

    private static String write(Verifications verification, Style style) throws IOException {
        StringBuilder text = new StringBuilder();
        new ConsoleReport(style).write(verification.result(), text);
        return text.toString();
    }
}
