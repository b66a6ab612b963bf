package dev.nodestart.conformance.suite;

import dev.nodestart.conformance.facts.Facts;
import java.util.Optional;

/** Environment variables as the node's processes get them: the spec's {@code spark_env_vars} over the image's ENV. */
final class NodeVariables {
    private NodeVariables() {}

    /** A variable's value; empty where neither sets it. */
    static Optional<String> value(Facts facts, String name) {
        return ofSpec(facts, name)
                .or(() -> Optional.ofNullable(facts.image().env().get(name)));
    }

    /** Whether the image or the spec sets it. */
    static boolean isSet(Facts facts, String name) {
        return value(facts, name).isPresent();
    }

    /** Where a variable comes from, as evidence: the name, not the value. */
    static String origin(Facts facts, String name) {
        return name + " is set by "
                + (ofSpec(facts, name).isPresent() ? "spark_env_vars of the spec" : "ENV of the image");
    }

    private static Optional<String> ofSpec(Facts facts, String name) {
        return Optional.of(facts.launch().spec().path("spark_env_vars").path(name))
                .filter(value -> value.isValueNode() && !value.isNull())
                .map(value -> value.asText());
    }
}
