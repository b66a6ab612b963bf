package dev.nodestart.emulator.launch;

import dev.nodestart.emulator.gpu.GpuWish;
import dev.nodestart.emulator.model.Stage;
import java.util.List;
import java.util.Optional;

/**
 * What a launch does beside starting the image.
 *
 * @param traceScripts whether all files of a node are compared before and after each init script
 * @param faults what goes wrong on purpose
 * @param gpu which GPUs the nodes get, and how
 */
public record LaunchExtras(boolean traceScripts, List<Fault> faults, GpuWish gpu) {
    /** Nothing. */
    public static final LaunchExtras NONE = new LaunchExtras(false, List.of(), GpuWish.NONE);

    /** The same with GPUs. */
    public LaunchExtras withGpu(GpuWish wish) {
        return new LaunchExtras(traceScripts, faults, wish);
    }

    Optional<Fault> fault(Fault.Kind kind, Stage stage) {
        return Fault.find(faults, kind, stage);
    }
}
