package dev.nodestart.gpu;

import dev.nodestart.conformance.Capability;
import dev.nodestart.conformance.Check;
import dev.nodestart.conformance.CheckContext;
import dev.nodestart.conformance.CheckSuite;
import dev.nodestart.conformance.CheckTask;
import dev.nodestart.conformance.Finding;
import dev.nodestart.conformance.LineRange;
import dev.nodestart.conformance.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The GPU suite: for now, whether there is anything to try GPU checks on. */
public final class GpuSuite implements CheckSuite {

    private static final Check HOST = new Check(
            "GPU-HOST",
            "A GPU was asked for, and this machine has one",
            "gpu",
            Severity.INFO,
            Optional.of(Capability.GPU),
            false,
            LineRange.all(),
            "CUDA in an image can only be tried on a machine with a GPU, its driver and the container toolkit.",
            "Run [nodestart verify --gpus all] on a machine with a GPU, its driver and nvidia-container-toolkit.",
            "NVIDIA container toolkit (gpu.md §2.1, §2.2)");

    private final Supplier<GpuHost> host;

    /** Called by {@link java.util.ServiceLoader}: looks at this machine. */
    public GpuSuite() {
        this(() -> GpuHost.read(new HostFiles(Path.of("/"))));
    }

    GpuSuite(Supplier<GpuHost> host) {
        this.host = host;
    }

    @Override
    public List<Check> checks() {
        return List.of(HOST);
    }

    @Override
    public List<CheckTask> tasks(CheckContext context) {
        return List.of(new CheckTask(HOST, () -> host(context)));
    }

    private Finding host(CheckContext context) {
        if (context.gpus().isEmpty()) {
            return Finding.skipped("No GPU was asked for: --gpus was not given.");
        }
        GpuHost found = host.get();
        if (found.devices().isEmpty()) {
            return Finding.skipped("This machine has no GPU: there is no /dev/nvidia0.");
        }
        if (found.driverVersion().isEmpty()) {
            return Finding.skipped("The GPU's driver is not loaded: there is no /proc/driver/nvidia/version.");
        }
        if (found.toolkit().isEmpty() && found.cdiSpecs().isEmpty()) {
            return Finding.warn(
                    "This machine has a GPU, but neither nvidia-ctk nor a CDI specification was found, so an engine may not be able to hand it to a container.",
                    List.of("driver " + found.driverVersion().get(), "devices " + found.devices()));
        }
        return Finding.pass("This machine has " + found.devices().size() + " GPU(s), driver "
                + found.driverVersion().get() + ".");
    }
}
