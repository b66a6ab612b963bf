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
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MarkdownReportTests {

    @ParameterizedTest
    @EnumSource(Verifications.class)
    void writeMatchesGoldenFile(Verifications verification) throws IOException {
        Golden.assertMatches(new MarkdownReport(), verification, "md");
    }

    @Test
    void escapedIsNeverMarkup() {
        assertThat(Markdown.escaped("<b>*x*</b>")).isEqualTo("\\<b\\>\\*x\\*\\</b\\>");
        assertThat(Markdown.escaped("a|b `c` [d]")).isEqualTo("a\\|b \\`c\\` \\[d\\]");
        assertThat(Markdown.escaped("@team & co\n# no heading")).isEqualTo("&#64;team &amp; co # no heading");
    }

    @Test
    void codeWithBackticksHasALongerFence() {
        assertThat(Markdown.code("a`b``c")).isEqualTo("```a`b``c```");
        assertThat(Markdown.code("`a")).isEqualTo("`` `a ``");
    }

    @Test
    void fencedBlockCannotBeLeft() {
        assertThat(new Markdown().fenced("   ", List.of("RUN x", "````")).toString())
                .isEqualTo("   `````text\n   RUN x\n   ````\n   `````\n");
    }

    @Test
    void writeWhenThereIsTooMuchStaysWithinAComment() throws IOException {
        List<CheckResult> checks = Collections.nCopies(
                1000, Samples.result(Capability.PYTHON, Outcome.FAIL, "It failed, for a long reason. ".repeat(9)));
        VerifyResult result = VerifyResult.conclude(
                Launches.running(16), Requirements.defaults(), Selection.all(), checks, List.of(), Optional.empty());
        StringBuilder text = new StringBuilder();
        new MarkdownReport().write(result, text);

        assertThat(text).hasSizeLessThan(65_536).contains("more: the other formats have them all.");
    }
}
