package dev.nodestart.gpu;

import dev.nodestart.conformance.Capability;
import dev.nodestart.conformance.CheckRule;
import dev.nodestart.conformance.CheckSuite;
import dev.nodestart.conformance.Finding;
import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.conformance.facts.Trial;
import dev.nodestart.conformance.facts.TrialContext;
import dev.nodestart.emulator.node.CellResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The GPU suite: for now, whether there is anything to try GPU checks on. */
public final class GpuSuite implements CheckSuite {

    static final String HOST = "gpu.host";

    private final Supplier<GpuHost> host;

    /** Called by {@link java.util.ServiceLoader}: looks at this machine. */
    public GpuSuite() {
        this(() -> GpuHost.read(new HostFiles(Path.of("/"))));
    }

    GpuSuite(Supplier<GpuHost> host) {
        this.host = host;
    }

    @Override
    public List<CheckRule> rules() {
        return List.of(CheckRule.should("GPU-HOST", "A GPU was asked for, and this machine has one")
                .capability(Capability.GPU)
                .needs(HOST)
                .why(
                        "CUDA in an image can only be tried on a machine with a GPU, its driver and the container toolkit.")
                .remedy(
                        "Run [nodestart verify --gpus all] on a machine with a GPU, its driver and nvidia-container-toolkit.")
                .source("NVIDIA container toolkit (gpu.md §2.1, §2.2)")
                .judge(GpuSuite::judge));
    }

    @Override
    public List<Trial> trials() {
        return List.of(new Trial(HOST, "gpu-host", this::look));
    }

    /** What this machine has, as the lines that the check reads: kept in the recording like every fact. */
    private CellResult look(TrialContext context) {
        String found = context.gpus().isEmpty() ? "" : host.get().lines();
        return new CellResult(CellResult.Status.OK, found, "", Optional.empty(), Optional.empty(), 0, Duration.ZERO);
    }

    private static Finding judge(Facts facts) {
        String lines = facts.trial(HOST).stdout();
        if (lines.isEmpty()) {
            return Finding.skipped("No GPU was asked for: --gpus was not given.");
        }
        GpuHost found = GpuHost.of(lines);
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
