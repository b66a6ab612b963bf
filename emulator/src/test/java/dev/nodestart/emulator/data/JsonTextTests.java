package dev.nodestart.emulator.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTextTests {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String ALL_KINDS = """
            {"text": "ä \\"\\n", "int": 7, "long": 4294967296, "big": 123456789012345678901234567890, "float": 1.5,
             "yes": true, "nothing": null, "list": [1, [], {}], "map": {"a": {"b": "c"}}, "twice": 1, "twice": 2}
            """;

    @Test
    void readGivesWhatAMapperGives() throws IOException {
        assertThat(JsonText.read(ALL_KINDS)).isEqualTo(MAPPER.readTree(ALL_KINDS));
    }

    @Test
    void writeGivesWhatAMapperGives() throws IOException {
        JsonNode tree = MAPPER.readTree(ALL_KINDS);
        assertThat(JsonText.compact(tree)).isEqualTo(MAPPER.writeValueAsString(tree));
        assertThat(JsonText.pretty(tree))
                .isEqualTo(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(tree));
    }

    @Test
    void readWhenNothingIsThereGivesAMissingNode() throws IOException {
        assertThat(JsonText.read(" ").isMissingNode()).isTrue();
    }

    @Test
    void readWhenCutIsAComplaintAboutJson() {
        assertThatExceptionOfType(JsonProcessingException.class).isThrownBy(() -> JsonText.read("{\"a\": [1,"));
    }

    @Test
    void readEachPassesOnEveryValue() throws IOException {
        List<JsonNode> values = new ArrayList<>();
        JsonText.readEach(
                new ByteArrayInputStream("{\"a\": 1}\n{\"b\": 2}\n".getBytes(StandardCharsets.UTF_8)), values::add);
        assertThat(values).extracting(JsonText::compact).containsExactly("{\"a\":1}", "{\"b\":2}");
    }
}
