package dev.nodestart.gpu.probe;

import java.time.Duration;
import java.util.Locale;

/** How far the probe goes. */
public enum ProbeLevel {
    /** Which driver there is and which devices it shows; no device is used. */
    IDENTITY(Duration.ofSeconds(40)),
    /** Kernels on every device and some of its memory: seconds. */
    QUICK(Duration.ofSeconds(90)),
    /** All the memory, bandwidths, copies between devices, the libraries of frameworks: minutes. */
    FULL(Duration.ofMinutes(10));

    private final Duration limit;

    ProbeLevel(Duration limit) {
        this.limit = limit;
    }

    /** The time that a run of this level may take in all. */
    public Duration limit() {
        return limit;
    }

    String argument() {
        return name().toLowerCase(Locale.ROOT);
    }
}
