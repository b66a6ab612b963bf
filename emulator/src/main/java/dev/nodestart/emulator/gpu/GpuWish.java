package dev.nodestart.emulator.gpu;

import dev.nodestart.emulator.model.GpuWay;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What a user says about GPUs.
 *
 * @param request which GPUs; empty to leave that to the node types
 * @param way how the containers get them; empty for the best that the host offers
 * @param driver a folder with the driver's libraries, for hosts that have them in an odd place
 */
public record GpuWish(Optional<GpuRequest> request, Optional<GpuWay> way, Optional<Path> driver) {
    /** Nothing is said: a node has the GPUs of its node type. */
    public static final GpuWish NONE = new GpuWish(Optional.empty(), Optional.empty(), Optional.empty());

    /** The environment variable that names the driver's folder. */
    public static final String DRIVER_VARIABLE = "NODESTART_GPU_DRIVER";

    private static final String AUTO = "auto";

    /**
     * Reads the flags.
     *
     * @param gpus the value of {@code --gpus}, empty where it was not given
     * @param way the value of {@code --gpu-way}, {@code auto} or empty for the best
     * @throws IllegalArgumentException where one of them is none that they take
     */
    public static GpuWish parse(Optional<String> gpus, Optional<String> way) {
        return new GpuWish(
                gpus.map(GpuRequest::parse),
                way.filter(name -> !name.equals(AUTO))
                        .map(name -> GpuWay.named(name)
                                .orElseThrow(() -> new IllegalArgumentException(
                                        "--gpu-way takes auto, hook, runtime, cdi or explicit, not [" + name + "]."))),
                Optional.empty());
    }

    /** The same on a machine whose environment may name the driver's folder. */
    public GpuWish in(Map<String, String> environment) {
        String folder = environment.getOrDefault(DRIVER_VARIABLE, "");
        return folder.isBlank() ? this : new GpuWish(request, way, Optional.of(Path.of(folder)));
    }

    /** The same by one way. */
    public GpuWish by(GpuWay only) {
        return new GpuWish(request, Optional.of(only), driver);
    }

    /** The GPUs of one node: what the user says, else what its node type has. */
    public Optional<GpuRequest> of(int gpusOfType) {
        return request.isPresent() || gpusOfType == 0 ? request : Optional.of(new GpuRequest.Count(gpusOfType));
    }
}
