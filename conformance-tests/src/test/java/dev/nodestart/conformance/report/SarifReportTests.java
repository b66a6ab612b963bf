package dev.nodestart.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SarifReportTests {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @ParameterizedTest
    @EnumSource(Verifications.class)
    void writeMatchesGoldenFile(Verifications verification) throws IOException {
        Golden.assertMatches(new SarifReport(), verification, "sarif");
    }

    @ParameterizedTest
    @EnumSource(Verifications.class)
    void writeMatchesTheOfficialSchema(Verifications verification) throws IOException {
        assertThat(schema().validate(write(new SarifReport(), verification))).isEmpty();
    }

    @Test
    void schemaRefusesWhatIsNoReport() throws IOException {
        ObjectNode report = (ObjectNode) write(new SarifReport(), Verifications.WORKS);
        report.put("version", "3");
        report.remove("runs");

        assertThat(schema().validate(report)).hasSize(2);
    }

    @Test
    void writeWhenLineIsKnownNamesItBesideTheImage() throws IOException {
        SarifReport writer = new SarifReport(rule ->
                Optional.of(rule).filter("DCS-F05"::equals).map(known -> new SourceLine("images/etl 2/Dockerfile", 7)));
        JsonNode report = write(writer, Verifications.DEGRADED);

        assertThat(schema().validate(report)).isEmpty();
        JsonNode location = report.at("/runs/0/results/0/locations/0");
        assertThat(location.at("/physicalLocation/artifactLocation/uri").asText())
                .isEqualTo("images/etl%202/Dockerfile");
        assertThat(location.at("/physicalLocation/region/startLine").asInt()).isEqualTo(7);
        assertThat(location.at("/logicalLocations/0/fullyQualifiedName").asText())
                .isEqualTo("registry.example/team/etl:1.4");
    }

    @ParameterizedTest
    @EnumSource(Verifications.class)
    void writePointsEveryResultAtItsRule(Verifications verification) throws IOException {
        JsonNode run = write(new SarifReport(), verification).at("/runs/0");

        for (JsonNode result : run.path("results")) {
            assertThat(run.at("/tool/driver/rules/" + result.path("ruleIndex").asInt() + "/id"))
                    .isEqualTo(result.path("ruleId"));
        }
    }

    private static JsonSchema schema() {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                .getSchema(SarifReportTests.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json"));
    }

    private static JsonNode write(SarifReport writer, Verifications verification) throws IOException {
        return MAPPER.readTree(Golden.written(writer, verification));
    }
}
