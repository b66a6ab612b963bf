package dev.nodestart.emulator.engine;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How a container is.
 *
 * @param status such as {@code running} or {@code exited}
 * @param running whether its process runs
 * @param exitCode its process's exit code, where it ended
 * @param outOfMemory whether the kernel killed it for memory
 * @param error the engine's error text, empty where there is none
 */
public record ContainerState(String status, boolean running, int exitCode, boolean outOfMemory, String error) {
    static ContainerState from(JsonNode inspect) {
        JsonNode state = inspect.path("State");
        return new ContainerState(
                state.path("Status").asText(),
                state.path("Running").asBoolean(),
                state.path("ExitCode").asInt(),
                state.path("OOMKilled").asBoolean(),
                state.path("Error").asText());
    }
}
