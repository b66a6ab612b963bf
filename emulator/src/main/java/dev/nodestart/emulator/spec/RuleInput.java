package dev.nodestart.emulator.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * What the rules look at.
 *
 * @param given the call as it was given, which tells what is missing
 * @param kept the fields of it that have their type
 * @param pointer where the call stands in its document
 * @param platform the known runtimes and node types
 * @param problems where findings go
 */
record RuleInput(ObjectNode given, ObjectNode kept, String pointer, PlatformData platform, Problems problems) {
    boolean lacks(String field) {
        JsonNode node = given.path(field);
        return node.isMissingNode()
                || node.isNull()
                || (node.isTextual() && node.textValue().isBlank());
    }

    Optional<String> text(String field) {
        return Optional.ofNullable(kept.path(field).textValue()).filter(text -> !text.isBlank());
    }

    String conf(String key) {
        return kept.path("spark_conf").path(key).asText();
    }

    boolean hasImage() {
        return given.hasNonNull("docker_image");
    }

    boolean flag(String field) {
        return kept.path(field).asBoolean();
    }

    void report(SpecRule rule, String place, String message, String advice) {
        problems.add(rule, pointer + place, message, advice);
    }
}
