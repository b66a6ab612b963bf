package dev.nodestart.emulator.spec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads JSON text into a tree and says, in words, what is wrong with it; keys given twice are problems too. */
final class JsonDocument {
    /** The API takes at most this much (clusters-api.md §1). */
    static final int MAX_CHARACTERS = 10 * 1024 * 1024;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Problems problems;

    private JsonDocument(Problems problems) {
        this.problems = problems;
    }

    /** Gives the tree, or nothing where a problem of syntax was added. */
    static Optional<JsonNode> read(String text, Problems problems) {
        String json = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (json.length() > MAX_CHARACTERS) {
            problems.add(
                    SpecRule.JSON_SYNTAX,
                    "",
                    "The cluster spec has [%d] characters; the API takes at most 10 MB.".formatted(json.length()),
                    "Give the file of one create call.");
            return Optional.empty();
        }
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            if (parser.nextToken() == null) {
                return fault(json, problems);
            }
            JsonNode root = new JsonDocument(problems).value(parser, "");
            return parser.nextToken() == null ? Optional.of(root) : fault(json, problems);
        } catch (JsonProcessingException e) {
            return fault(json, problems);
        } catch (IOException e) {
            throw new UncheckedIOException("reading a string does no I/O", e);
        }
    }

    /** A document with no fields. */
    static ObjectNode nothing() {
        return NODES.objectNode();
    }

    private static Optional<JsonNode> fault(String json, Problems problems) {
        Optional<OtherForm> other = OtherForm.of(json);
        if (other.isPresent()) {
            problems.add(
                    SpecRule.JSON_SYNTAX,
                    "",
                    "The cluster spec is not JSON: it looks like %s."
                            .formatted(other.get().words()),
                    other.get().advice());
            return Optional.empty();
        }
        // Jackson's own message may quote the text, and so a password.
        JsonFault fault = JsonFaultFinder.find(json)
                .orElseGet(() -> new JsonFault(0, "it is nested too deep or holds too long a number", "Simplify it."));
        problems.add(
                SpecRule.JSON_SYNTAX,
                "",
                "The JSON of the cluster spec is broken at %s: %s.".formatted(fault.place(json), fault.what()),
                fault.advice());
        return Optional.empty();
    }

    private JsonNode value(JsonParser parser, String pointer) throws IOException {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(parser, pointer);
            case START_ARRAY -> array(parser, pointer);
            case VALUE_STRING -> NODES.textNode(parser.getText());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NUMBER_INT -> integer(parser);
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDecimalValue());
            default -> NODES.nullNode();
        };
    }

    private static JsonNode integer(JsonParser parser) throws IOException {
        return switch (parser.getNumberType()) {
            case INT -> NODES.numberNode(parser.getIntValue());
            case LONG -> NODES.numberNode(parser.getLongValue());
            default -> NODES.numberNode(parser.getBigIntegerValue());
        };
    }

    private ObjectNode object(JsonParser parser, String pointer) throws IOException {
        ObjectNode object = NODES.objectNode();
        Map<String, JsonLocation> places = new HashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            JsonLocation place = parser.currentTokenLocation();
            JsonLocation first = places.putIfAbsent(key, place);
            if (first != null) {
                problems.add(
                        SpecRule.DUPLICATE_KEY,
                        Pointers.child(pointer, key),
                        "Field [%s] is given twice: at line %d, column %d and again at line %d, column %d."
                                .formatted(
                                        key,
                                        first.getLineNr(),
                                        first.getColumnNr(),
                                        place.getLineNr(),
                                        place.getColumnNr()),
                        "Remove one of them.");
            }
            parser.nextToken();
            object.set(key, value(parser, Pointers.child(pointer, key)));
        }
        return object;
    }

    private ArrayNode array(JsonParser parser, String pointer) throws IOException {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser, Pointers.child(pointer, array.size())));
        }
        return array;
    }
}
