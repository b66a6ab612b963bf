package dev.nodestart.emulator.explain;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.nodestart.emulator.secret.SecretMask;
import dev.nodestart.emulator.secret.SecretShapes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The values of a JSON text with their places, secrets masked by the names of their fields. */
final class JsonStrings {
    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonStrings() {}

    /**
     * Reads all values of a text, also of several documents one after the other.
     *
     * @throws com.fasterxml.jackson.core.JsonProcessingException where it is not JSON
     */
    static List<JsonString> of(String text) throws IOException {
        List<JsonString> values = new ArrayList<>();
        try (JsonParser parser = FACTORY.createParser(text)) {
            boolean secret = false;
            int secretDepth = 0;
            int depth = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isStructStart()) {
                    depth++;
                } else if (token.isStructEnd()) {
                    depth--;
                    secret &= depth > secretDepth;
                } else if (token == JsonToken.FIELD_NAME) {
                    if (!secret || depth <= secretDepth) {
                        secret = SecretShapes.isSecretName(parser.currentName());
                        secretDepth = depth;
                    }
                } else if (token == JsonToken.VALUE_STRING || token.isNumeric()) {
                    String name = parser.currentName();
                    if (name == null) {
                        name = String.valueOf(
                                parser.getParsingContext().getParent().getCurrentName());
                    }
                    values.add(new JsonString(
                            parser.getParsingContext().pathAsPointer().toString(),
                            name,
                            parser.currentTokenLocation().getLineNr(),
                            secret ? SecretMask.REDACTED : parser.getText()));
                }
            }
        }
        return values;
    }
}
