package dev.nodestart.emulator.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * What an engine remembers of a container that has ended.
 *
 * @param forgotten whether it remembers nothing of it, so that it must have been started anew since
 * @param signal the signal that the engine was told to send, or sent when it was shut down; empty where the container
 *     ended of itself
 */
public record ContainerHistory(boolean forgotten, Optional<String> signal) {
    /** An engine remembers its last 256 events; a long list may have lost some. */
    private static final int SHORT = 200;

    static ContainerHistory of(String containerId, List<JsonNode> events) {
        List<JsonNode> own = events.stream()
                .filter(event -> event.path("Actor").path("ID").asText().equals(containerId))
                .toList();
        return new ContainerHistory(
                own.isEmpty() && events.size() < SHORT,
                own.stream()
                        .filter(event -> event.path("Action").asText().equals("kill"))
                        .map(event -> event.path("Actor")
                                .path("Attributes")
                                .path("signal")
                                .asText())
                        .findFirst());
    }
}
