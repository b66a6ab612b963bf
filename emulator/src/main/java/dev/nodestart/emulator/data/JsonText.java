package dev.nodestart.emulator.data;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/**
 * JSON text to trees and back, as an ObjectMapper does it by default. A mapper's first use takes 40 to 100 ms, since it
 * loads calendars and their locales; a launch has no use for them.
 */
public final class JsonText {
    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonText() {}

    /**
     * The first value of a text; a missing node where there is none.
     *
     * @throws com.fasterxml.jackson.core.JsonProcessingException where it is not JSON
     */
    public static JsonNode read(String text) throws IOException {
        return read(new StringReader(text));
    }

    /**
     * The first value of a stream, which is closed; a missing node where there is none.
     *
     * @throws com.fasterxml.jackson.core.JsonProcessingException where it is not JSON
     */
    public static JsonNode read(InputStream stream) throws IOException {
        try (JsonParser parser = FACTORY.createParser(stream)) {
            return first(parser);
        }
    }

    private static JsonNode read(Reader reader) throws IOException {
        try (JsonParser parser = FACTORY.createParser(reader)) {
            return first(parser);
        }
    }

    private static JsonNode first(JsonParser parser) throws IOException {
        return parser.nextToken() == null ? MissingNode.getInstance() : JsonTree.value(parser);
    }

    /**
     * Passes on one value after the other, each as soon as it is there.
     *
     * @throws com.fasterxml.jackson.core.JsonProcessingException where it is not JSON
     */
    public static void readEach(InputStream stream, Consumer<JsonNode> values) throws IOException {
        try (JsonParser parser = FACTORY.createParser(stream)) {
            while (parser.nextToken() != null) {
                values.accept(JsonTree.value(parser));
            }
        }
    }

    /** The text in one line. */
    public static String compact(JsonNode tree) {
        return write(tree, false);
    }

    /** The text in many lines, for people too. */
    public static String pretty(JsonNode tree) {
        return write(tree, true);
    }

    private static String write(JsonNode tree, boolean lines) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(text);
                JsonParser tokens = tree.traverse()) {
            if (lines) {
                generator.setPrettyPrinter(new DefaultPrettyPrinter());
            }
            tokens.nextToken();
            generator.copyCurrentStructure(tokens);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
