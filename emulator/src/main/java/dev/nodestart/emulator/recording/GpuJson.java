package dev.nodestart.emulator.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nodestart.emulator.model.GpuAccess;
import dev.nodestart.emulator.model.GpuWay;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a launch got its GPUs, as JSON and back; the same in {@code launch.json} and in reports. */
public final class GpuJson {
    private GpuJson() {}

    /** The object. */
    public static ObjectNode write(GpuAccess access) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("requested", access.requested());
        json.put("way", access.way().map(GpuWay::reportName).orElse(null));
        json.put("meaning", access.meaning());
        json.put("engine_version", access.engineVersion());
        access.devices().forEach(json.putArray("devices")::add);
        ObjectNode others = json.putObject("not_taken");
        access.notTaken().forEach((way, reason) -> others.put(way.reportName(), reason));
        return json;
    }

    /** From the object; what is missing is empty. */
    static GpuAccess read(JsonNode json) {
        List<String> devices = new ArrayList<>();
        json.path("devices").forEach(device -> devices.add(device.asText()));
        Map<GpuWay, String> others = new EnumMap<>(GpuWay.class);
        json.path("not_taken")
                .properties()
                .forEach(entry -> GpuWay.named(entry.getKey())
                        .ifPresent(way -> others.put(way, entry.getValue().asText())));
        return new GpuAccess(
                json.path("requested").asText(),
                Optional.ofNullable(json.path("way").textValue()).flatMap(GpuWay::named),
                json.path("meaning").asText(),
                json.path("engine_version").asText(),
                devices,
                others);
    }
}
