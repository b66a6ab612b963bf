package dev.nodestart.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportRequestTests {

    @Test
    void parseTakesFormatAndPath() {
        ReportRequest request = ReportRequest.parse("json=out/a=b.json");

        assertThat(request.writer().format()).isEqualTo("json");
        assertThat(request.file()).isEqualTo(Path.of("out/a=b.json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "json=", "=file"})
    void parseWhenFormIsWrongShowsTheForm(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReportRequest.parse(value))
                .withMessage("--report: [" + value + "] has not the form FORMAT=FILE, such as [json=report.json]."
                        + " Known formats: console, json, junit, sarif, html, markdown, tap.");
    }

    @Test
    void parseWhenTheFileIsADashSaysThatItIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReportRequest.parse("json=-"))
                .withMessage("--report: [json=-] names no file, and a report is not written to standard output. Name a"
                        + " file, such as [json=report.json].");
    }

    @Test
    void parseWhenFormatIsUnknownNamesTheKnownOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReportRequest.parse("jsn=report.json"))
                .withMessage(
                        "--report: unknown format [jsn]; did you mean [json]? Known: console, json, junit, sarif, html,"
                                + " markdown, tap.");
    }
}
