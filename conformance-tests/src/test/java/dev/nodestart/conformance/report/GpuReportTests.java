package dev.nodestart.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.nodestart.conformance.Capability;
import dev.nodestart.conformance.CheckResult;
import dev.nodestart.conformance.Outcome;
import dev.nodestart.conformance.Requirements;
import dev.nodestart.conformance.Selection;
import dev.nodestart.conformance.Verdict;
import dev.nodestart.conformance.VerifyResult;
import dev.nodestart.conformance.testing.Launches;
import dev.nodestart.conformance.testing.Results;
import dev.nodestart.emulator.model.GpuAccess;
import dev.nodestart.emulator.model.GpuWay;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What reports say of a launch that asked for GPUs. */
class GpuReportTests {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String LINE = "all by way of [cdi]: CDI devices, which Docker 28.5.2 reads from [/etc/cdi]";

    private static final GpuAccess CDI = new GpuAccess(
            "all",
            Optional.of(GpuWay.CDI),
            "CDI devices, which Docker 28.5.2 reads from [/etc/cdi]",
            "28.5.2",
            List.of("nvidia.com/gpu=all"),
            Map.of(GpuWay.RUNTIME, "The engine has no OCI runtime [nvidia]."));

    private static final GpuAccess NONE = new GpuAccess(
            "2", Optional.empty(), "this engine [20.10.24] offers no way", "20.10.24", List.of(), Map.of());

    @Test
    void jsonHasTheWayAndMatchesTheSchema() throws IOException {
        JsonNode report = MAPPER.readTree(write(new JsonReport(), CDI));

        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(JsonReport.class.getResourceAsStream("report-v1.schema.json"))
                        .validate(report))
                .isEmpty();
        assertThat(report.path("gpu").path("way").asText()).isEqualTo("cdi");
        assertThat(report.path("gpu").path("devices").path(0).asText()).isEqualTo("nvidia.com/gpu=all");
        assertThat(report.path("gpu").path("not_taken").path("runtime").asText())
                .isEqualTo("The engine has no OCI runtime [nvidia].");
    }

    @Test
    void jsonWhenThereWasNoWayHasNull() throws IOException {
        JsonNode gpu = MAPPER.readTree(write(new JsonReport(), NONE)).path("gpu");

        assertThat(gpu.path("requested").asText()).isEqualTo("2");
        assertThat(gpu.path("way").isNull()).isTrue();
    }

    @Test
    void reportsForPeopleHaveOneLine() throws IOException {
        assertThat(write(new ConsoleReport(Style.plain()), CDI)).contains("GPU\n  " + LINE + "\n");
        assertThat(write(new MarkdownReport(), CDI)).contains("GPU: all by way of");
        assertThat(write(new HtmlReport(), CDI)).contains("<dt>GPU</dt><dd>" + LINE + "</dd>");
        assertThat(write(new ConsoleReport(Style.plain()), NONE))
                .contains("  2 asked, none given: this engine [20.10.24] offers no way\n");
    }

    @Test
    void requiredGpuThatWasNotTriedIsInconclusiveAndNeverWorks() {
        List<CheckResult> skipped = List.of(
                Results.result(Capability.GPU, Outcome.SKIPPED), Results.result(Capability.SHELL, Outcome.PASS));

        assertThat(result(NONE, skipped).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(result(NONE, skipped).verdict().exitCode()).isEqualTo(4);
    }

    private static VerifyResult result(GpuAccess access, List<CheckResult> checks) {
        return VerifyResult.conclude(
                Launches.running(0).withGpu(access),
                Requirements.of(Optional.of("gpu"), Map.of()),
                Selection.all(),
                checks,
                List::of,
                Optional.empty());
    }

    private static String write(ReportWriter writer, GpuAccess access) throws IOException {
        StringBuilder text = new StringBuilder();
        writer.write(result(access, List.of(Results.result(Capability.GPU, Outcome.PASS))), text);
        return text.toString();
    }
}
