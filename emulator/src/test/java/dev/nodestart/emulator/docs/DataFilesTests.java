package dev.nodestart.emulator.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.nodestart.emulator.data.JsonTree;
import dev.nodestart.emulator.runtime.RuntimeDescriptor;
import dev.nodestart.emulator.runtime.Runtimes;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every data file fits its schema, and the package lists have the lengths that their source gives. */
class DataFilesTests {
    private static final String RUNTIME = "/dev/nodestart/runtime/";
    private static final String DIAGNOSIS = "/dev/nodestart/emulator/diagnosis/";
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    @ParameterizedTest
    @ValueSource(strings = {"7.3", "8.x", "9.1", "10.4", "11.3", "12.2", "13.3", "14.3", "15.4", "16.4", "17.3", "18"})
    void lineFitsItsSchema(String line) {
        assertFits(RUNTIME + "lines/" + line + ".json", RUNTIME + "schemas/runtime-line.schema.json");
    }

    @ParameterizedTest
    @CsvSource({
        RUNTIME + "index.json, " + RUNTIME + "schemas/index.schema.json",
        RUNTIME + "java-flags.json, " + RUNTIME + "schemas/java-flags.schema.json",
        RUNTIME + "node-types.json, " + RUNTIME + "schemas/node-types.schema.json",
        DIAGNOSIS + "catalogue.json, " + DIAGNOSIS + "catalogue.schema.json",
        DIAGNOSIS + "catalogue-gpu.json, " + DIAGNOSIS + "catalogue.schema.json",
    })
    void fileFitsItsSchema(String file, String schema) {
        assertFits(file, schema);
    }

    @Test
    void schemaRefusesWhatTheReaderRefuses() {
        JsonNode file = JsonTree.resource(RUNTIME + "lines/15.4.json");
        ((ObjectNode) file.get("java")).put("defualt", 17);
        assertThat(SCHEMAS.getSchema(JsonTree.resource(RUNTIME + "schemas/runtime-line.schema.json"))
                        .validate(file))
                .hasSize(1);
    }

    @Test
    void packageListsHaveTheLengthsOfTheirSource() {
        Map<String, String> sizes = new LinkedHashMap<>();
        Runtimes runtimes = Runtimes.builtIn();
        runtimes.list().forEach(row -> {
            RuntimeDescriptor line = runtimes.find(row.line()).orElseThrow();
            sizes.put(row.line(), line.pins().size() + "/" + line.lspPins().size());
        });
        // dcs.md §1.3, column "reqs: base (lsp) count"
        assertThat(sizes)
                .isEqualTo(Map.ofEntries(
                        Map.entry("7.3", "0/0"),
                        Map.entry("8.x", "0/0"),
                        Map.entry("9.1", "25/0"),
                        Map.entry("10.4", "25/0"),
                        Map.entry("11.3", "37/0"),
                        Map.entry("12.2", "59/35"),
                        Map.entry("13.3", "79/35"),
                        Map.entry("14.3", "81/35"),
                        Map.entry("15.4", "134/54"),
                        Map.entry("16.4", "163/59"),
                        Map.entry("17.3", "229/69"),
                        Map.entry("18", "0/0")));
    }

    private static void assertFits(String file, String schema) {
        assertThat(SCHEMAS.getSchema(JsonTree.resource(schema)).validate(JsonTree.resource(file)))
                .isEmpty();
    }
}
