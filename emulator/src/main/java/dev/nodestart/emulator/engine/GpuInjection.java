package dev.nodestart.emulator.engine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * What a container is created with so that it gets GPUs (gpu.md §2.1).
 *
 * @param wishes the engine's device requests
 * @param runtime name of the OCI runtime, empty for the engine's own
 * @param env {@code NAME=value}, on top of the image's own
 * @param devices device nodes, at the same path inside
 * @param mounts files and folders of the driver, read-only
 */
public record GpuInjection(
        List<Wish> wishes, Optional<String> runtime, List<String> env, List<String> devices, List<Mount> mounts) {
    /** Nothing: a container without a GPU. */
    public static final GpuInjection NONE =
            new GpuInjection(List.of(), Optional.empty(), List.of(), List.of(), List.of());

    public GpuInjection {
        wishes = List.copyOf(wishes);
        env = List.copyOf(env);
        devices = List.copyOf(devices);
        mounts = List.copyOf(mounts);
    }

    /** Whether a container is created without any of it. */
    public boolean isEmpty() {
        return equals(NONE);
    }

    void addTo(ObjectNode container, ObjectNode host) {
        if (!env.isEmpty()) {
            env.forEach(container.putArray("Env")::add);
        }
        runtime.ifPresent(name -> host.put("Runtime", name));
        if (!wishes.isEmpty()) {
            ArrayNode requests = host.putArray("DeviceRequests");
            wishes.forEach(wish -> requests.add(wish.toJson()));
        }
        if (!devices.isEmpty()) {
            ArrayNode nodes = host.putArray("Devices");
            devices.forEach(path -> nodes.addObject()
                    .put("PathOnHost", path)
                    .put("PathInContainer", path)
                    .put("CgroupPermissions", "rwm"));
        }
    }

    /**
     * One of the engine's device requests.
     *
     * @param driver {@code cdi}, or empty to let the engine choose
     * @param count how many devices, -1 for all, 0 where they are named: the engine refuses both together
     * @param deviceIds their names
     * @param capability such as {@code gpu}, empty for CDI
     */
    public record Wish(String driver, int count, List<String> deviceIds, String capability) {
        ObjectNode toJson() {
            ObjectNode json = EngineHttp.object();
            json.put("Driver", driver);
            if (count != 0) {
                json.put("Count", count);
            }
            if (!deviceIds.isEmpty()) {
                deviceIds.forEach(json.putArray("DeviceIDs")::add);
            }
            if (!capability.isEmpty()) {
                json.putArray("Capabilities").addArray().add(capability);
            }
            return json;
        }
    }
}
