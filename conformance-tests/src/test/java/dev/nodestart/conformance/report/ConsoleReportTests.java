package dev.nodestart.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.conformance.Capability;
import dev.nodestart.conformance.CheckResult;
import dev.nodestart.conformance.Outcome;
import dev.nodestart.conformance.Requirements;
import dev.nodestart.conformance.Selection;
import dev.nodestart.conformance.VerifyResult;
import dev.nodestart.conformance.testing.Launches;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

    @Test
    void writeWhenManyChecksAreSkippedForOneReasonCountsThem() throws IOException {
        List<CheckResult> skipped = Stream.concat(
                        Collections.nCopies(6, Capability.GPU).stream(), Stream.of(Capability.SSH))
                .map(capability -> Samples.result(capability, Outcome.SKIPPED, "Nobody asked."))
                .toList();

        assertThat(console(skipped)).contains("  SKIPPED 7 checks (GPU-…, SSH-…): Nobody asked.");
        assertThat(console(skipped.subList(5, 7))).contains("  SKIPPED GPU-001, SSH-001: Nobody asked.");
    }

    private static String console(List<CheckResult> checks) throws IOException {
        VerifyResult result = VerifyResult.conclude(
                Launches.running(0), Requirements.defaults(), Selection.all(), checks, List.of(), Optional.empty());
        StringBuilder text = new StringBuilder();
        new ConsoleReport(Style.plain()).write(result, text);
        return text.toString();
    }

    private static String write(Verifications verification, Style style) throws IOException {
        StringBuilder text = new StringBuilder();
        new ConsoleReport(style).write(verification.result(), text);
        return text.toString();
    }
}
