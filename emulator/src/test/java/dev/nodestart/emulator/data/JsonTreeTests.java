package dev.nodestart.emulator.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonTreeTests {
    @Test
    void parseGivesEveryKindOfValue() {
        JsonNode tree = parse("{\"a\": [1, 2.5, true, false, null, \"x\"], \"b\": {\"c\": {}}}");
        assertThat(tree).hasToString("{\"a\":[1,2.5,true,false,null,\"x\"],\"b\":{\"c\":{}}}");
    }

    @Test
    void parseWhenBrokenNamesFileLineAndColumn() {
        assertThatThrownBy(() -> parse("{\n  \"a\": 1,\n}"))
                .isInstanceOf(DataFileException.class)
                .hasMessageStartingWith("Data file [my.json] cannot be used: [line 3, column 1] is not JSON: ");
    }

    @Test
    void parseWhenKeyIsThereTwiceRefuses() {
        assertThatThrownBy(() -> parse("{\"a\": 1, \"a\": 2}")).hasMessageContaining("Duplicate field 'a'");
    }

    @Test
    void parseWhenEmptySaysSo() {
        assertThatThrownBy(() -> parse(" "))
                .hasMessage("Data file [my.json] cannot be used: [the whole file] is empty.");
    }

    @Test
    void parseWhenMoreFollowsSaysSo() {
        assertThatThrownBy(() -> parse("{} {}"))
                .hasMessage("Data file [my.json] cannot be used: [the whole file] has more after its end.");
    }

    @Test
    void resourceWhenMissingNamesIt() {
        assertThatThrownBy(() -> JsonTree.resource("/no/such.json"))
                .hasMessage("Data file [/no/such.json] is not on the class path.");
    }

    @Test
    void textGivesTheFirstValueOfAnOutput() {
        assertThat(JsonTree.text("{\"ways\": [1, 2.5]} and more").map(JsonNode::toString))
                .contains("{\"ways\":[1,2.5]}");
    }

    @Test
    void textWhenCutOffOrNotThereIsEmpty() {
        assertThat(JsonTree.text("{\"ways\": [")).isEmpty();
        assertThat(JsonTree.text("")).isEmpty();
        assertThat(JsonTree.text("Traceback")).isEmpty();
    }

    private static JsonNode parse(String text) {
        return JsonTree.parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "my.json");
    }
}
