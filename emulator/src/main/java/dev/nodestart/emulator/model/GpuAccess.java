package dev.nodestart.emulator.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a launch that asked for GPUs was given: how, and what was left out for which reason (gpu.md §2.1).
 *
 * @param requested as the user or the node type asked, such as {@code all}, {@code 2} or a list of UUIDs
 * @param way how the containers get them, empty where the nodes started without a GPU
 * @param meaning what that way is on this engine, or why there is none: one sentence
 * @param engineVersion such as {@code 20.10.24}
 * @param devices what the engine was asked for, such as {@code nvidia.com/gpu=all} or {@code /dev/nvidia0}
 * @param notTaken why each other way was not taken, one sentence each
 */
public record GpuAccess(
        String requested,
        Optional<GpuWay> way,
        String meaning,
        String engineVersion,
        List<String> devices,
        Map<GpuWay, String> notTaken) {

    /** Copies the lists. */
    public GpuAccess {
        devices = List.copyOf(devices);
        notTaken = Collections.unmodifiableMap(new LinkedHashMap<>(notTaken));
    }

    /** One line for people. */
    public String line() {
        return way.map(taken -> requested + " by way of [" + taken.reportName() + "]: " + meaning)
                .orElse(requested + " asked, none given: " + meaning);
    }
}
