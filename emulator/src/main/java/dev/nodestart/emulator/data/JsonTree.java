package dev.nodestart.emulator.data;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Reads a small JSON file into a tree by hand: an ObjectMapper alone would cost more than listing all lines. */
public final class JsonTree {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonTree() {}

    /**
     * The tree of a file.
     *
     * @param input the file's content, which is closed
     * @param file its name for complaints
     * @throws DataFileException where it is not JSON or a key is there twice
     */
    public static JsonNode parse(InputStream input, String file) {
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        try (JsonParser parser = factory.createParser(input)) {
            if (parser.nextToken() == null) {
                throw DataFileException.at(file, "", "is empty");
            }
            JsonNode root = value(parser);
            if (parser.nextToken() != null) {
                throw DataFileException.at(file, "", "has more after its end");
            }
            return root;
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            String place = at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr();
            throw DataFileException.at(file, place, "is not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The tree of a file on the class path.
     *
     * @param resource its absolute name, such as {@code /dev/nodestart/runtime/index.json}
     */
    public static JsonNode resource(String resource) {
        InputStream input = JsonTree.class.getResourceAsStream(resource);
        if (input == null) {
            throw new DataFileException("Data file [" + resource + "] is not on the class path.");
        }
        return parse(input, resource.substring(resource.lastIndexOf('/') + 1));
    }

    /** The first JSON value of a program's output; empty where there is none or it is cut off. */
    public static Optional<JsonNode> text(String json) {
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            return parser.nextToken() == null ? Optional.empty() : Optional.of(value(parser));
        } catch (JsonProcessingException unreadable) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The value that the parser stands at; of two keys with one name, the last one's. */
    static JsonNode value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> NODES.textNode(parser.getText());
            case VALUE_NUMBER_INT -> whole(parser);
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDoubleValue());
            case VALUE_TRUE, VALUE_FALSE -> NODES.booleanNode(token == JsonToken.VALUE_TRUE);
            default -> NODES.nullNode();
        };
    }

    private static JsonNode whole(JsonParser parser) throws IOException {
        return switch (parser.getNumberType()) {
            case INT -> NODES.numberNode(parser.getIntValue());
            case LONG -> NODES.numberNode(parser.getLongValue());
            default -> NODES.numberNode(parser.getBigIntegerValue());
        };
    }

    private static ObjectNode object(JsonParser parser) throws IOException {
        ObjectNode node = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            node.set(name, value(parser));
        }
        return node;
    }

    private static ArrayNode array(JsonParser parser) throws IOException {
        ArrayNode node = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            node.add(value(parser));
        }
        return node;
    }
}
