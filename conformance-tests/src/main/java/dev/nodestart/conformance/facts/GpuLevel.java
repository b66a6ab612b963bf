package dev.nodestart.conformance.facts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much of a GPU is tried (gpu.md §4.2). */
public enum GpuLevel {
    /** Whether it can be seen and computes: seconds. */
    QUICK,
    /** Memory, bandwidth, peers and frameworks too: minutes. */
    FULL;

    /** The name used on the command line, such as {@code quick}. */
    public String reportName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The level with a report name. */
    public static Optional<GpuLevel> named(String name) {
        return Arrays.stream(values())
                .filter(level -> level.reportName().equals(name))
                .findFirst();
    }
}
