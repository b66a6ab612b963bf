package dev.nodestart.emulator.spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes create calls for tests: a good one, changed field by field. */
final class Call {
    private final Map<String, String> fields = new LinkedHashMap<>();

    static Call good() {
        return new Call()
                .with("spark_version", "'15.4.x-scala2.12'")
                .with("node_type_id", "'i3.xlarge'")
                .with("num_workers", "2")
                .with("docker_image", "{'url': 'acme.azurecr.io/dbr:1.4'}");
    }

    /** Sets a field to JSON in which single quotes stand for double ones. */
    Call with(String field, String json) {
        fields.put(field, json.replace('\'', '"'));
        return this;
    }

    Call without(String field) {
        fields.remove(field);
        return this;
    }

    SpecResult parse(String... allowed) {
        return new SpecParser(new TestPlatform(), AllowedRules.of(List.of(allowed))).parse(json());
    }

    String json() {
        return fields.entrySet().stream()
                .map(field -> "\"%s\": %s".formatted(field.getKey(), field.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
