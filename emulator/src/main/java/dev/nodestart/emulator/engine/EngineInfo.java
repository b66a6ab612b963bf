package dev.nodestart.emulator.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
 * @param limits whether containers are held to limits of memory and processors; a rootless engine drops them where the
 *     machine has control groups of version 1
 * @param rootFolder where the engine keeps its data, on the engine's machine
 * @param initBinary what the engine starts as PID 1 where asked to, empty where it has none
 * @param runtimes names of the OCI runtimes
 * @param nvidiaRuntimes those of them that are the NVIDIA container runtime
 * @param cdiFolders folders with CDI specifications
 * @param cdiDevices devices that the engine has found there; empty where it is too old to say (gpu.md §2.2)
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
        boolean limits,
        String rootFolder,
        String initBinary,
        List<String> runtimes,
        List<String> nvidiaRuntimes,
        List<String> cdiFolders,
        Optional<List<String>> cdiDevices,
        List<String> insecureRegistries,
        String httpProxy,
        List<String> warnings) {

    static EngineInfo from(JsonNode json, ApiVersion apiVersion) {
        List<String> runtimes = new ArrayList<>();
        List<String> nvidia = new ArrayList<>();
        json.path("Runtimes").properties().forEach(entry -> {
            runtimes.add(entry.getKey());
            if (entry.getKey().equals("nvidia")
                    || entry.getValue().path("path").asText().matches(".*/nvidia-container-runtime[^/]*")) {
                nvidia.add(entry.getKey());
            }
        });
        return new EngineInfo(
                json.path("ServerVersion").asText(),
                apiVersion,
                json.path("OperatingSystem").asText(),
                json.path("Architecture").asText(),
                json.path("NCPU").asInt(),
                json.path("MemTotal").asLong(),
                json.path("Driver").asText(),
                json.path("CgroupVersion").asText("1"),
                limits(json),
                json.path("DockerRootDir").asText(),
                json.path("InitBinary").asText(),
                List.copyOf(runtimes),
                List.copyOf(nvidia),
                texts(json.path("CDISpecDirs")),
                cdiDevices(json.path("DiscoveredDevices"), apiVersion),
                texts(json.path("RegistryConfig").path("InsecureRegistryCIDRs")),
                json.path("HttpProxy").asText(),
                texts(json.path("Warnings")));
    }

    /** Docker says that it drops limits; Podman only that it is rootless, and drops them all the same. */
    private static boolean limits(JsonNode json) {
        boolean dropped = json.path("Rootless").asBoolean()
                && json.path("CgroupVersion").asText().equals("1");
        return !dropped
                && json.path("MemoryLimit").asBoolean(true)
                && json.path("CpuCfsQuota").asBoolean(true);
    }

    /** From API 1.50 on an engine tells what it found, and null where that is nothing. */
    private static Optional<List<String>> cdiDevices(JsonNode array, ApiVersion apiVersion) {
        if (!apiVersion.atLeast(ApiVersion.of("1.50")) && !array.isArray()) {
            return Optional.empty();
        }
        List<String> found = new ArrayList<>();
        array.forEach(device -> {
            if (device.path("Source").asText().equals("cdi")) {
                found.add(device.path("ID").asText());
            }
        });
        return Optional.of(List.copyOf(found));
    }

    static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.asText()));
        return List.copyOf(texts);
    }
}
