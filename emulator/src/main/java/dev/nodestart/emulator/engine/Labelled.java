package dev.nodestart.emulator.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An object of the engine with its labels.
 *
 * @param id the engine's id
 * @param name its name, empty where it has none
 * @param state a container's state, such as {@code running}; empty for other objects
 * @param labels its labels
 * @param created when a container was made; 1970 for other objects
 * @param ip a container's address on its first network, also of one that has stopped; empty where it has none
 */
public record Labelled(String id, String name, String state, Map<String, String> labels, Instant created, String ip) {
    static Labelled from(JsonNode json) {
        Map<String, String> labels = new LinkedHashMap<>();
        json.path("Labels")
                .properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        String name = json.path("Name").asText("");
        if (name.isEmpty() && json.path("Names").isArray()) {
            name = json.path("Names").path(0).asText("");
        }
        return new Labelled(
                json.path("Id").asText(),
                name.startsWith("/") ? name.substring(1) : name,
                json.path("State").asText(""),
                labels,
                Instant.ofEpochSecond(json.path("Created").asLong(0)),
                ip(json.path("NetworkSettings").path("Networks")));
    }

    /** A stopped container has no address any more, but keeps the one that was chosen for it. */
    private static String ip(JsonNode networks) {
        for (JsonNode network : networks) {
            String held = network.path("IPAddress").asText("");
            return held.isEmpty()
                    ? network.path("IPAMConfig").path("IPv4Address").asText("")
                    : held;
        }
        return "";
    }
}
