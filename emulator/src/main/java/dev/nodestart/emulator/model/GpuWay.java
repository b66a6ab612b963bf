package dev.nodestart.emulator.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The ways in which a container gets a GPU (gpu.md §2.1). */
public enum GpuWay {
    /** {@code docker --gpus}: the toolkit's prestart hook before Docker 29.2, CDI from then on. */
    HOOK,
    /** {@code --runtime=nvidia} with {@code NVIDIA_VISIBLE_DEVICES}: the toolkit's own OCI runtime. */
    RUNTIME,
    /** {@code --device nvidia.com/gpu=…}: the engine itself reads a CDI specification. */
    CDI,
    /** Device nodes and driver libraries of the host, mapped one by one: needs no toolkit. */
    EXPLICIT;

    /** The name used on the command line and in reports, such as {@code cdi}. */
    public String reportName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The way with a report name. */
    public static Optional<GpuWay> named(String name) {
        return Arrays.stream(values())
                .filter(way -> way.reportName().equals(name))
                .findFirst();
    }
}
