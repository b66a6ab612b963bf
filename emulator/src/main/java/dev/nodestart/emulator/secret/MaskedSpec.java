package dev.nodestart.emulator.secret;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** The echo of a create call for the recording: references stay, values and the registry password do not. */
public final class MaskedSpec {
    private MaskedSpec() {}

    /** Gives a copy of the call that can be shown. */
    public static ObjectNode of(ObjectNode call, SecretMask mask) {
        ObjectNode copy = masked(call, mask);
        if (copy.path("docker_image").path("basic_auth") instanceof ObjectNode auth) {
            JsonNode password = auth.path("password");
            if (!password.isMissingNode()
                    && !SecretRef.REFERENCE.matcher(password.asText()).matches()) {
                auth.put("password", SecretMask.REDACTED);
            }
        }
        return copy;
    }

    private static ObjectNode masked(ObjectNode object, SecretMask mask) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            copy.set(mask.mask(entry.getKey()), masked(entry.getValue(), mask));
        }
        return copy;
    }

    private static JsonNode masked(JsonNode node, SecretMask mask) {
        if (node instanceof ObjectNode object) {
            return masked(object, mask);
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            array.forEach(element -> copy.add(masked(element, mask)));
            return copy;
        }
        String hidden = mask.mask(node.asText());
        return node.isValueNode() && !hidden.equals(node.asText()) ? JsonNodeFactory.instance.textNode(hidden) : node;
    }
}
