package dev.nodestart.gpu;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nodestart.emulator.node.CellResult;
import dev.nodestart.gpu.data.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the probe wrote, a JSON object each (src/main/native/README.md). Whatever is written there, reading does not throw.
 *
 * @param lines the lines that are objects
 */
record ProbeLines(List<JsonNode> lines) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static ProbeLines of(CellResult probe) {
        return parse(probe.stdout());
    }

    static ProbeLines parse(String text) {
        List<JsonNode> lines = new ArrayList<>();
        text.lines().filter(line -> line.startsWith("{")).forEach(line -> {
            try {
                lines.add(MAPPER.readTree(line));
            } catch (JsonProcessingException cutOff) {
                // what cannot be read is no fact; that the end is missing shows in ended()
            }
        });
        return new ProbeLines(List.copyOf(lines));
    }

    /** The level that was asked for. */
    String level() {
        return first("probe").map(line -> line.path("level").asText()).orElse("");
    }

    private Optional<JsonNode> first(String name) {
        return lines.stream().filter(line -> line.has(name)).findFirst();
    }

    /** Whether the probe came to its end. */
    boolean ended() {
        return first("end").isPresent();
    }

    /** Why it could not be run at all. */
    Optional<String> trouble() {
        return lines.stream()
                .filter(line -> line.path("harness").asText().equals("error"))
                .map(line -> line.path("message").asText())
                .findFirst();
    }

    /** The facts of a name. */
    List<JsonNode> facts(String name) {
        return named("fact", name).toList();
    }

    /** The first fact of a name. */
    Optional<JsonNode> fact(String name) {
        return named("fact", name).findFirst();
    }

    /** The calls of a function. */
    List<JsonNode> calls(String name) {
        return named("call", name).toList();
    }

    private Stream<JsonNode> named(String sort, String name) {
        return lines.stream().filter(line -> line.path(sort).asText().equals(name));
    }

    /** The calls of one of these stages that did not succeed. */
    List<JsonNode> failedCalls(String... stages) {
        List<String> wanted = List.of(stages);
        return lines.stream()
                .filter(line ->
                        line.has("call") && wanted.contains(line.path("stage").asText()))
                .filter(line -> !line.path("rc").isInt() || line.path("rc").asInt() != 0)
                .toList();
    }

    /** The ends of a stage, one a device; a stage that was not begun has one too. */
    List<JsonNode> ends(String stage) {
        return lines.stream()
                .filter(line -> line.has("ended") && line.path("stage").asText().equals(stage))
                .toList();
    }

    /** The library that the loader gave for a name. */
    Optional<JsonNode> library(String soname) {
        return facts("library").stream()
                .filter(line -> line.path("soname").asText().startsWith(soname))
                .findFirst();
    }

    /** Whether the driver is the one of Nodestart's tests. */
    boolean simulated() {
        return facts("library").stream().anyMatch(line -> line.path("simulated").asBoolean());
    }

    /** The kernel driver's version; where the node cannot tell, that of NVML, and of the library's file. */
    Optional<Version> driver() {
        return Stream.of(
                        fact("driver").map(line -> line.path("version").asText()),
                        fact("nvml").map(line -> line.path("driver").asText()),
                        library("libnvidia-ml.so")
                                .map(line -> line.path("version").asText()))
                .flatMap(Optional::stream)
                .flatMap(text -> Version.parse(text).stream())
                .findFirst();
    }

    /** The version of the kernel's part, where it says so itself. */
    Optional<Version> kernelDriver() {
        return fact("driver").flatMap(line -> Version.parse(line.path("version").asText()));
    }

    /** The devices that CUDA sees. */
    List<JsonNode> devices() {
        return facts("device");
    }
}
