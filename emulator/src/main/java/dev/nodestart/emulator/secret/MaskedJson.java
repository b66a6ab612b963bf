package dev.nodestart.emulator.secret;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Hides in a JSON tree what looks like a secret: by the names of fields, and by the shape of texts. */
public final class MaskedJson {
    private MaskedJson() {}

    /**
     * A tree without them; numbers and truth values stay.
     *
     * @param text makes a text of many lines harmless
     */
    public static JsonNode of(JsonNode tree, UnaryOperator<String> text) {
        return masked(tree, text, false);
    }

    private static JsonNode masked(JsonNode node, UnaryOperator<String> text, boolean secret) {
        if (node.isObject()) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                boolean named = secret || SecretShapes.isSecretName(field.getKey());
                copy.set(field.getKey(), masked(field.getValue(), text, named));
            }
            return copy;
        }
        if (node.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            node.forEach(item -> copy.add(masked(item, text, secret)));
            return copy;
        }
        if (!node.isTextual()) {
            return node;
        }
        String value = node.textValue();
        boolean hide = secret && !value.isEmpty() && !SecretShapes.isHarmless(value);
        return JsonNodeFactory.instance.textNode(hide ? SecretMask.REDACTED : text.apply(value));
    }
}
