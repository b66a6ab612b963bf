package dev.nodestart.gpu;

import dev.nodestart.emulator.node.CellResult;
import dev.nodestart.emulator.node.RunningNode;
import dev.nodestart.gpu.data.Version;
import dev.nodestart.gpu.probe.GpuProbe;
import dev.nodestart.gpu.probe.ProbeLevel;
import dev.nodestart.gpu.probe.ProbeOptions;
import java.time.Duration;
import java.util.Optional;

/** Runs the probe in a node, and keeps what it wrote for the recording. */
final class NodeProbe {
    private NodeProbe() {}

    /**
     * Runs it.
     *
     * @param ptx a PTX version that the driver has to take too
     */
    static CellResult run(RunningNode node, ProbeLevel level, Optional<Version> ptx) {
        long start = System.nanoTime();
        String lines = GpuProbe.run(
                node,
                ProbeOptions.of(level)
                        .withPtxVersions(ptx.map(Version::toString).stream().toList()));
        return CellResult.ok(lines, Duration.ofNanos(System.nanoTime() - start));
    }
}
