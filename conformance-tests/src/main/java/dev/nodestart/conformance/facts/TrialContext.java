package dev.nodestart.conformance.facts;

import dev.nodestart.emulator.model.GpuAccess;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.node.RunningNode;
import java.util.Optional;

/**
 * What a {@link Trial} may use.
 *
 * @param launch a launch that reached RUNNING
 * @param driver its driver
 * @param gpuLevel how much of a GPU is tried, where there is one
 */
public record TrialContext(Launch launch, RunningNode driver, GpuLevel gpuLevel) {

    /** What became of the wish for GPUs: the way in, or why there is none; empty where none was asked for. */
    public Optional<GpuAccess> gpu() {
        return launch.gpu();
    }

    /** What GPUs were asked for, empty where none were. */
    public Optional<String> gpus() {
        return launch.gpu().map(GpuAccess::requested);
    }
}
