package dev.nodestart.conformance.facts;

import dev.nodestart.emulator.model.GpuAccess;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.node.CellResult;
import dev.nodestart.emulator.node.RunningNode;
import dev.nodestart.emulator.runtime.RuntimeDescriptor;
import java.util.Map;
import java.util.Optional;

/**
 * What a {@link Trial} may use.
 *
 * @param launch a launch that reached RUNNING
 * @param runtime the runtime line that was used
 * @param driver its driver
 * @param gpuLevel how much of a GPU is tried, where there is one
 * @param earlier what came of the trials before this one in its lane, by name
 */
public record TrialContext(
        Launch launch,
        RuntimeDescriptor runtime,
        RunningNode driver,
        GpuLevel gpuLevel,
        Map<String, CellResult> earlier) {

    /** Takes a copy. */
    public TrialContext {
        earlier = Map.copyOf(earlier);
    }

    /** What became of the wish for GPUs: the way in, or why there is none; empty where none was asked for. */
    public Optional<GpuAccess> gpu() {
        return launch.gpu();
    }

    /** What GPUs were asked for, empty where none were. */
    public Optional<String> gpus() {
        return launch.gpu().map(GpuAccess::requested);
    }
}
