package dev.nodestart.conformance.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** JSON documents, written as a stream: nothing is bound and no tree is built. */
final class Json {

    private static final JsonFactory FACTORY = new JsonFactory();

    private static final DefaultPrettyPrinter PRINTER = new DefaultPrettyPrinter(new Separators()
                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                    .withRootSeparator(""))
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n"));

    private Json() {}

    /** Fields of one object. */
    interface Fields {
        void write(JsonGenerator json) throws IOException;
    }

    /** An indented document that ends with a line feed. */
    static String document(Fields fields) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.setPrettyPrinter(PRINTER.createInstance());
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        }
        return Text.mended(text.append('\n').toString());
    }

    /** A tree as a document of its own, indented. */
    static String text(JsonNode tree) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.setPrettyPrinter(PRINTER.createInstance());
            tree(json, tree);
        }
        return text.toString();
    }

    /** A tree on one line. */
    static String line(JsonNode tree) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            tree(json, tree);
        }
        return text.toString();
    }

    /** A tree as the next value. */
    static void tree(JsonGenerator json, JsonNode tree) throws IOException {
        switch (tree.getNodeType()) {
            case OBJECT -> {
                json.writeStartObject();
                for (Map.Entry<String, JsonNode> field : tree.properties()) {
                    json.writeFieldName(field.getKey());
                    tree(json, field.getValue());
                }
                json.writeEndObject();
            }
            case ARRAY -> {
                json.writeStartArray();
                for (JsonNode element : tree) {
                    tree(json, element);
                }
                json.writeEndArray();
            }
            case STRING -> json.writeString(tree.textValue());
            // numbers, booleans and null are the same in JSON
            default -> json.writeRawValue(tree.asText());
        }
    }

    static void object(JsonGenerator json, String name, Fields fields) throws IOException {
        json.writeObjectFieldStart(name);
        fields.write(json);
        json.writeEndObject();
    }

    static void texts(JsonGenerator json, String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    /** A text, or null. */
    static void text(JsonGenerator json, String name, Optional<String> value) throws IOException {
        json.writeFieldName(name);
        if (value.isPresent()) {
            json.writeString(value.get());
        } else {
            json.writeNull();
        }
    }
}
