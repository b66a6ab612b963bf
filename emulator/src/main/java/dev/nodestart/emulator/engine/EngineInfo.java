package dev.nodestart.emulator.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What the engine says of itself.
 *
 * @param version such as {@code 20.10.24}
 * @param apiVersion the API version in use
 * @param os such as {@code Debian GNU/Linux 12 (bookworm)}
 * @param architecture such as {@code x86_64}
 * @param cpus processors that containers can use
 * @param memoryBytes memory that containers can use
 * @param storageDriver such as {@code overlay2}
 * @param cgroupVersion {@code 1} or {@code 2}
 * @param rootFolder where the engine keeps its data, on the engine's machine
 * @param initBinary what the engine starts as PID 1 where asked to, empty where it has none
 * @param runtimes names of the OCI runtimes
 * @param cdiFolders folders with CDI specifications
 * @param insecureRegistries registries that are spoken to without TLS
 * @param httpProxy the engine's own proxy, empty where it has none
 * @param warnings the engine's own warnings
 */
public record EngineInfo(
        String version,
        ApiVersion apiVersion,
        String os,
        String architecture,
        int cpus,
        long memoryBytes,
        String storageDriver,
        String cgroupVersion,
        String rootFolder,
        String initBinary,
        List<String> runtimes,
        List<String> cdiFolders,
        List<String> insecureRegistries,
        String httpProxy,
        List<String> warnings) {

    static EngineInfo from(JsonNode json, ApiVersion apiVersion) {
        List<String> runtimes = new ArrayList<>();
        json.path("Runtimes").fieldNames().forEachRemaining(runtimes::add);
        return new EngineInfo(
                json.path("ServerVersion").asText(),
                apiVersion,
                json.path("OperatingSystem").asText(),
                json.path("Architecture").asText(),
                json.path("NCPU").asInt(),
                json.path("MemTotal").asLong(),
                json.path("Driver").asText(),
                json.path("CgroupVersion").asText("1"),
                json.path("DockerRootDir").asText(),
                json.path("InitBinary").asText(),
                List.copyOf(runtimes),
                texts(json.path("CDISpecDirs")),
                texts(json.path("RegistryConfig").path("InsecureRegistryCIDRs")),
                json.path("HttpProxy").asText(),
                texts(json.path("Warnings")));
    }

    static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.asText()));
        return List.copyOf(texts);
    }
}
