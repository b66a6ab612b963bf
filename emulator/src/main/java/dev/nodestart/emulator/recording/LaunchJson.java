package dev.nodestart.emulator.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nodestart.emulator.model.ClusterEvent;
import dev.nodestart.emulator.model.ImageInfo;
import dev.nodestart.emulator.model.InitScriptRun;
import dev.nodestart.emulator.model.InitScriptStatus;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.model.NodeInfo;
import dev.nodestart.emulator.model.NodeRole;
import dev.nodestart.emulator.model.OverlayEntry;
import dev.nodestart.emulator.model.Stage;
import dev.nodestart.emulator.model.StageOutcome;
import dev.nodestart.emulator.model.StageRun;
import dev.nodestart.emulator.model.TerminationReason;
import dev.nodestart.emulator.model.TerminationType;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** A launch as JSON and back; the format of {@code launch.json}. */
final class LaunchJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private LaunchJson() {}

    static ObjectNode write(Launch launch) {
        ObjectNode json = JSON.objectNode();
        json.put("recording_version", 1);
        json.put("run_id", launch.runId());
        json.put("cluster_id", launch.clusterId());
        json.put("started_at", launch.startedAt().toString());
        json.set("spec", launch.spec());
        json.put("spark_version", launch.sparkVersion());
        json.put("line", launch.line());
        json.set("image", launch.image().<JsonNode>map(LaunchJson::image).orElse(JSON.nullNode()));
        json.put("state", launch.state().name());
        json.set(
                "termination_reason",
                launch.termination().<JsonNode>map(LaunchJson::reason).orElse(JSON.nullNode()));
        put(json, "state_message", launch.stateMessage());
        put(json, "trouble", launch.trouble());
        list(json, "nodes", launch.nodes(), LaunchJson::node);
        list(json, "stages", launch.stages(), LaunchJson::stage);
        list(json, "events", launch.events(), LaunchJson::event);
        list(json, "init_scripts", launch.initScripts(), LaunchJson::script);
        list(json, "overlay", launch.overlay(), LaunchJson::overlay);
        ArrayNode notes = json.putArray("notes");
        launch.notes().forEach(notes::add);
        launch.gpu().ifPresent(access -> json.set("gpu", GpuJson.write(access)));
        return json;
    }

    static Launch read(JsonNode json, Path folder) {
        return new Launch(
                json.path("run_id").asText(),
                json.path("cluster_id").asText(),
                Instant.parse(json.path("started_at").asText()),
                json.path("spec").isObject() ? (ObjectNode) json.path("spec") : JSON.objectNode(),
                json.path("spark_version").asText(),
                json.path("line").asText(),
                some(json, "image").map(LaunchJson::image),
                Launch.State.valueOf(json.path("state").asText("INCONCLUSIVE")),
                some(json, "termination_reason").map(LaunchJson::reason),
                some(json, "state_message").map(JsonNode::asText),
                some(json, "trouble").map(JsonNode::asText),
                list(json, "nodes", LaunchJson::node),
                list(json, "stages", LaunchJson::stage),
                list(json, "events", LaunchJson::event),
                list(json, "init_scripts", LaunchJson::script),
                list(json, "overlay", LaunchJson::overlay),
                list(json, "notes", JsonNode::asText),
                some(json, "gpu").map(GpuJson::read),
                folder);
    }

    private static ObjectNode image(ImageInfo image) {
        ObjectNode json = JSON.objectNode();
        json.put("reference", image.reference()).put("id", image.id());
        put(json, "digest", image.digest());
        json.put("os", image.os()).put("architecture", image.architecture()).put("size_bytes", image.sizeBytes());
        json.put("user", image.user());
        image.entrypoint().forEach(json.putArray("entrypoint")::add);
        image.cmd().forEach(json.putArray("cmd")::add);
        map(json, "env", image.env());
        map(json, "labels", image.labels());
        image.volumes().forEach(json.putArray("volumes")::add);
        return json;
    }

    private static ImageInfo image(JsonNode json) {
        return new ImageInfo(
                json.path("reference").asText(),
                json.path("id").asText(),
                some(json, "digest").map(JsonNode::asText),
                json.path("os").asText(),
                json.path("architecture").asText(),
                json.path("size_bytes").asLong(),
                json.path("user").asText(),
                list(json, "entrypoint", JsonNode::asText),
                list(json, "cmd", JsonNode::asText),
                map(json.path("env")),
                map(json.path("labels")),
                list(json, "volumes", JsonNode::asText));
    }

    private static ObjectNode reason(TerminationReason reason) {
        ObjectNode json = JSON.objectNode();
        json.put("code", reason.code()).put("type", reason.type().name());
        map(json, "parameters", reason.parameters());
        return json;
    }

    private static TerminationReason reason(JsonNode json) {
        return new TerminationReason(
                json.path("code").asText(),
                TerminationType.valueOf(json.path("type").asText()),
                map(json.path("parameters")));
    }

    private static ObjectNode node(NodeInfo node) {
        ObjectNode json = JSON.objectNode();
        json.put("name", node.name()).put("role", node.role().name().toLowerCase(Locale.ROOT));
        json.put("instance_id", node.instanceId()).put("container_id", node.containerId());
        json.put("ip", node.ip()).put("host_name", node.hostName());
        return json;
    }

    private static NodeInfo node(JsonNode json) {
        return new NodeInfo(
                json.path("name").asText(),
                NodeRole.valueOf(json.path("role").asText().toUpperCase(Locale.ROOT)),
                json.path("instance_id").asText(),
                json.path("container_id").asText(),
                json.path("ip").asText(),
                json.path("host_name").asText());
    }

    private static ObjectNode stage(StageRun run) {
        ObjectNode json = JSON.objectNode();
        json.put("node", run.node()).put("stage", run.stage().reportName());
        json.put("started_at", run.startedAt().toString());
        json.put("duration_us", run.duration().toNanos() / 1000);
        json.put("outcome", run.outcome().reportName()).put("detail", run.detail());
        return json;
    }

    private static StageRun stage(JsonNode json) {
        return new StageRun(
                json.path("node").asText(),
                Stage.valueOf(json.path("stage").asText().toUpperCase(Locale.ROOT)),
                Instant.parse(json.path("started_at").asText()),
                Duration.ofNanos(json.path("duration_us").asLong() * 1000),
                StageOutcome.valueOf(json.path("outcome").asText().toUpperCase(Locale.ROOT)),
                json.path("detail").asText());
    }

    static ObjectNode event(ClusterEvent event) {
        ObjectNode json = JSON.objectNode();
        json.put("cluster_id", event.clusterId());
        json.put("timestamp", event.timestamp().toEpochMilli());
        json.put("type", event.type());
        json.set("details", event.details());
        return json;
    }

    private static ClusterEvent event(JsonNode json) {
        return new ClusterEvent(
                json.path("cluster_id").asText(),
                Instant.ofEpochMilli(json.path("timestamp").asLong()),
                json.path("type").asText(),
                json.path("details").isObject() ? (ObjectNode) json.path("details") : JSON.objectNode());
    }

    private static ObjectNode script(InitScriptRun run) {
        ObjectNode json = JSON.objectNode();
        json.put("node", run.node()).put("global", run.global()).put("destination", run.destination());
        json.put("status", run.status().name());
        run.exitCode().ifPresent(exit -> json.put("exit_code", exit));
        json.put("duration_us", run.duration().toNanos() / 1000);
        put(json, "error", run.error());
        json.put("log_name", run.logName());
        if (!run.changes().isEmpty()) {
            json.set("changes", ScriptChangesJson.write(run.changes()));
        }
        return json;
    }

    private static InitScriptRun script(JsonNode json) {
        return new InitScriptRun(
                json.path("node").asText(),
                json.path("global").asBoolean(),
                json.path("destination").asText(),
                InitScriptStatus.valueOf(json.path("status").asText()),
                json.has("exit_code") ? OptionalInt.of(json.path("exit_code").asInt()) : OptionalInt.empty(),
                Duration.ofNanos(json.path("duration_us").asLong() * 1000),
                some(json, "error").map(JsonNode::asText),
                json.path("log_name").asText(),
                ScriptChangesJson.read(json.path("changes")));
    }

    private static ObjectNode overlay(OverlayEntry entry) {
        return JSON.objectNode()
                .put("path", entry.path())
                .put("fate", entry.fate().name().toLowerCase(Locale.ROOT));
    }

    private static OverlayEntry overlay(JsonNode json) {
        return new OverlayEntry(
                json.path("path").asText(),
                OverlayEntry.Fate.valueOf(json.path("fate").asText().toUpperCase(Locale.ROOT)));
    }

    private static void put(ObjectNode json, String key, Optional<String> value) {
        json.set(key, value.<JsonNode>map(JSON::textNode).orElse(JSON.nullNode()));
    }

    private static Optional<JsonNode> some(JsonNode json, String key) {
        return json.hasNonNull(key) ? Optional.of(json.get(key)) : Optional.empty();
    }

    private static void map(ObjectNode json, String key, Map<String, String> values) {
        ObjectNode object = json.putObject(key);
        values.forEach(object::put);
    }

    private static Map<String, String> map(JsonNode json) {
        Map<String, String> values = new LinkedHashMap<>();
        json.properties()
                .forEach(entry -> values.put(entry.getKey(), entry.getValue().asText()));
        return values;
    }

    private static <T> void list(ObjectNode json, String key, List<T> values, Function<T, JsonNode> write) {
        ArrayNode array = json.putArray(key);
        values.forEach(value -> array.add(write.apply(value)));
    }

    private static <T> List<T> list(JsonNode json, String key, Function<JsonNode, T> read) {
        List<T> values = new ArrayList<>();
        json.path(key).forEach(item -> values.add(read.apply(item)));
        return List.copyOf(values);
    }
}
