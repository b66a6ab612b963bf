package dev.nodestart.emulator.engine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * What a container is given from outside.
 *
 * @param mounts volumes and folders that it sees
 * @param dns name servers in place of the engine's own
 * @param memoryDisks folders in memory, each with its options
 * @param gpu how it gets GPUs
 */
public record ContainerFittings(
        List<Mount> mounts, List<String> dns, Map<String, String> memoryDisks, GpuInjection gpu) {

    /** Nothing. */
    public static final ContainerFittings NONE =
            new ContainerFittings(List.of(), List.of(), Map.of(), GpuInjection.NONE);

    /** The same with these mounts. */
    public ContainerFittings withMounts(List<Mount> list) {
        return new ContainerFittings(list, dns, memoryDisks, gpu);
    }

    /** The same with these name servers and folders in memory. */
    public ContainerFittings with(List<String> servers, Map<String, String> folders) {
        return new ContainerFittings(mounts, servers, folders, gpu);
    }

    /** The same with GPUs. */
    public ContainerFittings withGpu(GpuInjection injection) {
        return new ContainerFittings(mounts, dns, memoryDisks, injection);
    }

    /** Writes them into the body of the engine's create call. */
    void addTo(ObjectNode json, ObjectNode host) {
        if (!dns.isEmpty()) {
            dns.forEach(host.putArray("Dns")::add);
        }
        if (!memoryDisks.isEmpty()) {
            ObjectNode disks = host.putObject("Tmpfs");
            memoryDisks.forEach(disks::put);
        }
        if (!mounts.isEmpty() || !gpu.mounts().isEmpty()) {
            ArrayNode list = host.putArray("Mounts");
            mounts.forEach(mount -> list.add(mount.toJson()));
            gpu.mounts().forEach(mount -> list.add(mount.toJson()));
        }
        gpu.addTo(json, host);
    }
}
