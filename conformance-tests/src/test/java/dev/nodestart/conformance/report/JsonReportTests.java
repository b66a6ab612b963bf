package dev.nodestart.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.nodestart.conformance.testing.Launches;
import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JsonReportTests {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @ParameterizedTest
    @EnumSource(Verifications.class)
    void writeMatchesGoldenFile(Verifications verification) throws IOException {
        Golden.assertMatches(verification.name().toLowerCase(Locale.ROOT) + ".json", write(verification));
    }

    @ParameterizedTest
    @EnumSource(Verifications.class)
    void writeMatchesSchema(Verifications verification) throws IOException {
        assertThat(schema().validate(MAPPER.readTree(write(verification)))).isEmpty();
    }

    @Test
    void schemaRefusesWhatIsNotAReport() throws IOException {
        ObjectNode report = (ObjectNode) MAPPER.readTree(write(Verifications.WORKS));
        report.put("verdict", "FINE");
        report.remove("diagnosis");

        assertThat(schema().validate(report)).hasSize(2);
    }

    @Test
    void writeWhenLineIsUnknownTellsItFromItsDescriptor() throws IOException {
        JsonNode runtime = MAPPER.readTree(write(Verifications.INCONCLUSIVE)).path("runtime");

        assertThat(runtime.path("line").asText()).isEqualTo("15.9");
        assertThat(runtime.path("descriptor").asText()).isEqualTo("15.4");
    }

    @Test
    void lineOfSparkVersionWithMajorOnly() {
        assertThat(LaunchJson.line(Launches.withLine("18", "18.x-scala2.13", Launches.spec())))
                .isEqualTo("18");
        assertThat(LaunchJson.line(Launches.withLine("15.4", "custom:odd", Launches.spec())))
                .isEqualTo("15.4");
    }

    @Test
    void referenceWhenSpecHasNoImageIsEmpty() {
        ObjectNode spec = JsonNodeFactory.instance.objectNode();

        assertThat(Launches.inconclusive().image()).isEmpty();
        assertThat(LaunchJson.reference(Launches.inconclusive())).contains("registry.example/team/etl:1.4");
        assertThat(LaunchJson.reference(Launches.withLine("18", "18.x-scala2.13", spec)))
                .contains("registry.example/team/etl:1.4");
    }

    private static JsonSchema schema() {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(JsonReport.class.getResourceAsStream("report-v1.schema.json"));
    }

    private static String write(Verifications verification) throws IOException {
        StringBuilder text = new StringBuilder();
        new JsonReport().write(verification.result(), text);
        return text.toString();
    }
}
