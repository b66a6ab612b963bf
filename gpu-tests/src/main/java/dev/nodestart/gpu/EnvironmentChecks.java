package dev.nodestart.gpu;

import static dev.nodestart.gpu.GpuCheck.must;
import static dev.nodestart.gpu.GpuCheck.should;

import dev.nodestart.conformance.CheckRule;
import dev.nodestart.conformance.Finding;
import dev.nodestart.conformance.Outcome;
import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.gpu.data.CudaTables;
import dev.nodestart.gpu.data.Version;
import dev.nodestart.gpu.probe.ProbeRun;
import dev.nodestart.gpu.require.HostGpu;
import dev.nodestart.gpu.require.ImageRequirements;
import dev.nodestart.gpu.require.RequireResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The image's variables that the container toolkit, the driver or the loader reads. */
final class EnvironmentChecks {
    private static final String DEVICES = "NVIDIA_VISIBLE_DEVICES";
    private static final String CAPABILITIES = "NVIDIA_DRIVER_CAPABILITIES";

    private final Supplier<CudaTables> tables;

    EnvironmentChecks(Supplier<CudaTables> tables) {
        this.tables = tables;
    }

    List<CheckRule> rules() {
        return List.of(
                must("G04", "What the image requires of a driver holds")
                        .needs(GpuCheck.PROBE, GpuCheck.PROFILE)
                        .why(
                                "NVIDIA_REQUIRE_CUDA says which driver an image needs. The legacy hook refuses to start it on another; newer toolkits start it, and CUDA fails later. Shows as GPU-F01.")
                        .remedy(
                                "FROM an image of an older CUDA, or take nodes with a newer driver.\nWhere the requirement itself is wrong: ENV NVIDIA_DISABLE_REQUIRE=true")
                        .source(
                                "libnvidia-container, src/cli/dsl.c; nvidia-container-toolkit v1.20 (gpu.md §0, §2.5; §4.2 G04)")
                        .judge(this::requirement),
                must("G05", "The image's NVIDIA variables let a GPU in")
                        .tags("build")
                        .why(
                                "Under the NVIDIA runtime these variables decide whether a container gets a GPU, libcuda and nvidia-smi at all. Shows as GPU-F08, GPU-F09 and GPU-F10.")
                        .remedy("ENV NVIDIA_VISIBLE_DEVICES=all NVIDIA_DRIVER_CAPABILITIES=compute,utility")
                        .source(
                                "nvidia-container-toolkit, internal/config/image (gpu.md §1.4 F8, F9, F10; §2.4; §4.2 G05)")
                        .judge(ImageCuda.judging(EnvironmentChecks::visible)),
                should("G09", "The image sets no LD_PRELOAD or LD_AUDIT")
                        .tags("build")
                        .why(
                                "A preloaded library runs in every program, and older toolkits ran it in their hooks on the host (CVE-2025-23266); newer ones refuse. Shows as GPU-F25.")
                        .remedy("Take ENV LD_PRELOAD and LD_AUDIT out of the Dockerfile.")
                        .source("nvidia-container-toolkit, tests/e2e (gpu.md §1.4 F25; §4.2 G09)")
                        .judge(ImageCuda.judging(EnvironmentChecks::preload)));
    }

    private Finding requirement(Facts facts) {
        ImageCuda cuda = ImageCuda.of(facts);
        if (!cuda.isThere()) {
            return Finding.skipped(ImageCuda.NONE);
        }
        KnownDriver driver = KnownDriver.of(facts);
        HostGpu host = new HostGpu(
                driver.version().flatMap(version -> tables.get().apiLevel(version)),
                driver.version(),
                facts.tried(GpuCheck.PROBE).map(Device::run).flatMap(EnvironmentChecks::computeCapability),
                Optional.empty());
        Finding finding = requirement(ImageRequirements.on(cuda.env(), host), driver);
        return Device.labelled(finding, driver.simulated() && finding.outcome() != Outcome.SKIPPED);
    }

    private static Finding requirement(RequireResult result, KnownDriver driver) {
        String on = driver.version()
                .map(version -> "the driver [" + version + "] " + driver.origin())
                .orElse("any driver");
        if (result instanceof RequireResult.None) {
            return Finding.pass("The image requires no driver.");
        }
        if (result instanceof RequireResult.Disabled) {
            return Finding.warn(
                    "The image has its requirements switched off: NVIDIA_DISABLE_REQUIRE.",
                    List.of("ENV NVIDIA_DISABLE_REQUIRE"));
        }
        if (result instanceof RequireResult.Satisfied) {
            return Finding.pass("What the image requires holds on " + on + ".");
        }
        if (result instanceof RequireResult.Invalid invalid) {
            return Finding.fail(
                    invalid.variable() + " has a word that the toolkit cannot read: [" + invalid.word() + "].",
                    List.of(invalid.variable() + ": " + invalid.word()));
        }
        if (result instanceof RequireResult.Unsatisfied no) {
            return Finding.fail(
                    "The image requires [" + no.condition() + "], which " + on + " does not meet.",
                    List.of(no.variable() + "=" + no.expression()));
        }
        return driver.version().isEmpty()
                ? driver.skipped()
                : Finding.warn(
                        "Whether what the image requires holds on " + on + " depends on the GPU's brand.",
                        List.of(((RequireResult.Unknown) result).variable() + "="
                                + ((RequireResult.Unknown) result).expression()));
    }

    private static Optional<Version> computeCapability(ProbeRun run) {
        return run.devices().stream()
                .flatMap(device -> Version.parse(device.shown("cc")).stream())
                .min(Version::compareTo);
    }

    private static Finding visible(ImageCuda cuda) {
        Map<String, String> env = cuda.env();
        String devices = env.getOrDefault(DEVICES, "");
        boolean legacy = env.containsKey("CUDA_VERSION") && !env.containsKey("NVIDIA_REQUIRE_CUDA");
        Set<String> granted = Set.copyOf(
                List.of(env.getOrDefault(CAPABILITIES, "utility,compute").split("\\s*,\\s*", -1)));
        List<String> missing = Stream.of("compute", "utility")
                .filter(name -> !granted.contains("all") && !granted.contains(name))
                .toList();
        if (env.containsKey("CUDA_VISIBLE_DEVICES")) {
            return Finding.fail(
                    "The image sets CUDA_VISIBLE_DEVICES [" + env.get("CUDA_VISIBLE_DEVICES")
                            + "], which hides devices of nodes that it does not know.",
                    List.of("ENV CUDA_VISIBLE_DEVICES=" + env.get("CUDA_VISIBLE_DEVICES")));
        }
        if (env.containsKey(DEVICES) && !devices.equals("all")) {
            return Finding.fail(
                    "The image's " + DEVICES + " is [" + devices + "], so the NVIDIA runtime "
                            + (Set.of("", "void", "none").contains(devices)
                                    ? "gives it no GPU."
                                    : "gives it these only."),
                    List.of("ENV " + DEVICES + "=" + devices));
        }
        if (!missing.isEmpty()) {
            return Finding.fail(
                    "The image's " + CAPABILITIES + " lacks " + missing + ": "
                            + (missing.contains("compute") ? "libcuda is left out." : "nvidia-smi is left out."),
                    List.of("ENV " + CAPABILITIES + "=" + env.get(CAPABILITIES)));
        }
        return devices.isEmpty() && !legacy
                ? Finding.warn(
                        "The image does not set " + DEVICES + ": a container of the NVIDIA runtime then gets no GPU.",
                        List.of("ENV " + DEVICES + " is not set"))
                : Finding.pass("The image's NVIDIA variables let a GPU in.");
    }

    private static Finding preload(ImageCuda cuda) {
        List<String> set = new TreeMap<>(cuda.env())
                .entrySet().stream()
                        .filter(entry -> Set.of("LD_PRELOAD", "LD_AUDIT").contains(entry.getKey()))
                        .filter(entry -> !entry.getValue().isBlank())
                        .map(entry -> "ENV " + entry.getKey() + "=" + entry.getValue())
                        .toList();
        return set.isEmpty()
                ? Finding.pass("The image sets neither LD_PRELOAD nor LD_AUDIT.")
                : Finding.fail(
                        "The image sets a library that every program loads first: "
                                + set.stream()
                                        .map(one -> one.replaceFirst("^ENV ", ""))
                                        .toList() + ".",
                        set);
    }
}
