package dev.nodestart.emulator.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * Holds a document against the create call's fields and keeps what fits, so that the rules need not look at types.
 * Messages name types and never values: any of them may be a secret.
 */
final class ShapeCheck {
    private final Problems problems;

    ShapeCheck(Problems problems) {
        this.problems = problems;
    }

    /** Gives the fields of a block that have their type; the problems tell of the others. */
    ObjectNode keep(ObjectNode given, Shape.Block block, String pointer) {
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        given.properties().forEach(entry -> {
            String key = entry.getKey();
            String place = Pointers.child(pointer, key);
            Shape shape = block.fields().get(key);
            if (shape != null) {
                keep(entry.getValue(), shape, place, key).ifPresent(node -> kept.set(key, node));
            } else if (block.equals(CreateCall.BLOCK) && CreateCall.RESPONSE_FIELDS.contains(key)) {
                problems.add(
                        SpecRule.RESPONSE_FIELD,
                        place,
                        "Field [%s] belongs to the answer of a get call and is ignored.".formatted(key));
            } else {
                problems.add(UnknownField.problem(key, place, block));
            }
        });
        return kept;
    }

    private Optional<JsonNode> keep(JsonNode node, Shape shape, String pointer, String name) {
        if (node.isNull()) {
            return Optional.empty();
        }
        if (shape instanceof Shape.Block block && node instanceof ObjectNode object) {
            return Optional.of(keep(object, block, pointer));
        }
        if (shape instanceof Shape.ListOf list && node instanceof ArrayNode array) {
            return Optional.of(elements(array, list, pointer, name));
        }
        if (shape instanceof Shape.StringMap && node instanceof ObjectNode object) {
            return Optional.of(strings(object, pointer));
        }
        if (shape instanceof Shape.Choice choice && node.isTextual()) {
            return choice(node, choice, pointer, name);
        }
        boolean fits = (shape instanceof Shape.Text && node.isTextual())
                || (shape instanceof Shape.Whole && node.isIntegralNumber() && node.canConvertToInt())
                || (shape instanceof Shape.Flag && node.isBoolean())
                || (shape instanceof Shape.Open && node.isObject());
        if (!fits) {
            problems.add(
                    SpecRule.FIELD_TYPE,
                    pointer,
                    "Field [%s] must be %s, but it is %s.".formatted(name, shape.words(), words(node)),
                    hint(node, shape));
        }
        return fits ? Optional.of(node) : Optional.empty();
    }

    private JsonNode elements(ArrayNode array, Shape.ListOf list, String pointer, String name) {
        ArrayNode kept = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < array.size(); i++) {
            String element = "%s[%d]".formatted(name, i);
            // A list keeps its length, so that places in it stay what they are in the document.
            kept.add(keep(array.get(i), list.element(), Pointers.child(pointer, i), element)
                    .orElse(JsonNodeFactory.instance.nullNode()));
        }
        return kept;
    }

    private ObjectNode strings(ObjectNode object, String pointer) {
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        object.properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            if (value.isValueNode() && !value.isNull()) {
                // Clients send true and 1 here, and the service takes them (clusters-api.md §1).
                kept.put(entry.getKey(), value.asText());
            } else {
                problems.add(
                        SpecRule.FIELD_TYPE,
                        Pointers.child(pointer, entry.getKey()),
                        "Field [%s] must be a string, but it is %s.".formatted(entry.getKey(), words(value)),
                        "");
            }
        });
        return kept;
    }

    private Optional<JsonNode> choice(JsonNode node, Shape.Choice choice, String pointer, String name) {
        if (choice.values().contains(node.textValue())) {
            return Optional.of(node);
        }
        String known = String.join(", ", choice.values());
        problems.add(
                SpecRule.FIELD_TYPE,
                pointer,
                "Field [%s] has an unknown value [%s].".formatted(name, node.textValue()),
                Nearest.to(node.textValue(), choice.values())
                        .map("Did you mean [%s]?"::formatted)
                        .orElse("Known values: " + known + "."));
        return Optional.empty();
    }

    private static String hint(JsonNode node, Shape shape) {
        if (shape instanceof Shape.Text && node.isValueNode()) {
            return "Put it in double quotes.";
        }
        return shape instanceof Shape.ListOf && node.isObject() ? "Put it in brackets []." : "";
    }

    private static String words(JsonNode node) {
        return switch (node.getNodeType()) {
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            case STRING -> "a string";
            case BOOLEAN -> "true or false";
            case NUMBER ->
                node.isIntegralNumber() && !node.canConvertToInt()
                        ? "a number beyond 32 bits"
                        : node.isIntegralNumber() ? "a whole number" : "a number with a decimal point";
            default -> "null";
        };
    }
}
