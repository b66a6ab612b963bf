package dev.nodestart.gpu;

import static dev.nodestart.gpu.GpuCheck.must;

import dev.nodestart.conformance.CheckRule;
import dev.nodestart.conformance.Finding;
import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.gpu.data.CudaTables;
import dev.nodestart.gpu.data.GpuModel;
import dev.nodestart.gpu.data.Version;
import dev.nodestart.gpu.probe.ProbeCall;
import dev.nodestart.gpu.probe.ProbeFact;
import dev.nodestart.gpu.probe.ProbeRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;

/** Whether the driver starts, and which devices it shows. */
final class DriverChecks {
    /** What cuInit says where the fault lies outside of every image: fabric, permissions of the machine, a lost device. */
    private static final Set<Integer> OF_THE_MACHINE = Set.of(46, 101, 304, 802, 999);

    private static final int NO_DEVICE = 100;
    private static final int MISMATCH = 803;
    private static final int PROHIBITED = 2;

    private final Supplier<CudaTables> tables;

    DriverChecks(Supplier<CudaTables> tables) {
        this.tables = tables;
    }

    List<CheckRule> rules() {
        return List.of(
                must("G16", "NVML starts")
                        .needs(GpuCheck.PROBE)
                        .why("nvidia-smi and every monitor are built on NVML. Shows as GPU-F05, GPU-F08 and GPU-F15.")
                        .remedy(
                                "ENV NVIDIA_DRIVER_CAPABILITIES=compute,utility\nand no driver library in the image: see GPU-G06.")
                        .source("libnvidia-container#266 (gpu.md §1.4 F5, F15; §4.2 G16)")
                        .judge(Device.judging(DriverChecks::nvml)),
                must("G17", "The CUDA driver starts")
                        .needs(GpuCheck.PROBE)
                        .why(
                                "cuInit is the first call of every CUDA program. Its code says what is wrong. Shows as GPU-F02, GPU-F03, GPU-F04, GPU-F07 and GPU-F19.")
                        .remedy("nodestart explain with the message says what its code means and what to change.")
                        .source("CUDA driver API, cuInit (gpu.md §1.4; §4.2 G17)")
                        .judge(DriverChecks::cuda),
                must("G19", "CUDA sees the devices that were asked for, and NVML the same")
                        .needs(GpuCheck.PROBE)
                        .why(
                                "A variable in the image, a partitioned GPU or a stale specification hides devices. Shows as GPU-F19.")
                        .remedy("Take ENV CUDA_VISIBLE_DEVICES out of the image; name MIG devices by their UUID.")
                        .source("NVIDIA MIG user guide, recalled (gpu.md §1.4 F19; §4.2 G19)")
                        .judge(DriverChecks::count),
                must("G20", "The devices can be used, and are known ones")
                        .needs(GpuCheck.PROBE)
                        .why(
                                "A device whose compute mode is Prohibited takes no program; one that Databricks does not offer proves less.")
                        .remedy("On the machine: sudo nvidia-smi -c DEFAULT")
                        .source("CUDA sample deviceQuery (gpu.md §3.3; §4.2 G20)")
                        .judge(Device.judging(this::attributes)));
    }

    private static Finding nvml(ProbeRun run) {
        Optional<ProbeFact> library = run.library("libnvidia-ml.so.1");
        if (library.filter(line -> !line.flag("loaded")).isPresent()) {
            String error = library.get().shown("error");
            return Finding.fail("libnvidia-ml.so.1 cannot be loaded: " + error + ".", List.of(error));
        }
        Optional<String> cut = Device.cut(run, "nvml");
        if (cut.isPresent()) {
            return Finding.fail("NVML " + cut.get() + ".", List.of("stage nvml " + cut.get()));
        }
        List<ProbeCall> failed = run.failures("nvml").stream()
                .filter(call -> Set.of("nvmlInit_v2", "nvmlDeviceGetCount_v2").contains(call.function()))
                .toList();
        if (!failed.isEmpty()) {
            return Finding.fail(
                    "NVML does not start: " + Device.said(failed.get(0)) + ".",
                    failed.stream().map(Device::said).toList());
        }
        return run.fact("nvml")
                .map(line -> Finding.pass("NVML sees "
                        + devices(line.number("count").orElse(0)) + ", driver [" + line.shown("driver") + "]."))
                .orElseGet(() -> Finding.error("The probe said nothing of NVML.", List.of()));
    }

    private static Finding cuda(Facts facts) {
        return Device.judging(run -> cuda(run, ImageCuda.of(facts))).apply(facts);
    }

    private static Finding cuda(ProbeRun run, ImageCuda image) {
        Optional<ProbeCall> call = run.call("cuda", "cuInit");
        Optional<String> cut = Device.cut(run, "cuda");
        if (cut.isPresent()) {
            return Finding.fail("The CUDA driver " + cut.get() + ".", List.of("stage cuda " + cut.get()));
        }
        if (call.isEmpty()) {
            return Finding.skipped("libcuda.so.1 was not loaded, so it could not be started.");
        }
        int code = call.get().code().orElse(-1);
        if (code == 0) {
            return Finding.pass(
                    "The CUDA driver started in " + Math.round(call.get().ms()) + " ms.");
        }
        List<String> evidence = new ArrayList<>(List.of(Device.said(call.get())));
        Optional<String> path = run.library("libcuda.so.1").map(line -> line.shown("path"));
        path.ifPresent(file -> evidence.add("libcuda is " + file));
        String said = "The CUDA driver does not start: " + Device.said(call.get()) + ".";
        boolean hidden = code == NO_DEVICE && image.env().containsKey("CUDA_VISIBLE_DEVICES");
        boolean own = path.filter(file -> image.isInImage(file)).isPresent();
        boolean machine = OF_THE_MACHINE.contains(code) || (code == NO_DEVICE && !hidden) || (code == MISMATCH && !own);
        return machine ? Finding.error(HostChecks.NOT_THE_IMAGE + said, evidence) : Finding.fail(said, evidence);
    }

    private static Finding count(Facts facts) {
        return Device.judging(run -> {
                    Optional<ProbeFact> cuda = run.fact("cuda");
                    if (cuda.isEmpty()) {
                        return Finding.skipped("The CUDA driver did not start, so nothing was counted.");
                    }
                    long seen = cuda.get().number("count").orElse(0);
                    OptionalLong nvml =
                            run.fact("nvml").map(line -> line.number("count")).orElse(OptionalLong.empty());
                    boolean mig = run.facts("nvml_device").stream()
                            .anyMatch(line -> line.number("mig_mode").orElse(0) == 1);
                    if (seen == 0) {
                        return Finding.fail(
                                mig
                                        ? "CUDA sees no device: the GPU is in MIG mode, and no MIG device was named."
                                        : "CUDA sees no device.",
                                List.of("cuDeviceGetCount gave 0"));
                    }
                    OptionalInt wanted = wanted(facts);
                    if (wanted.isPresent() && wanted.getAsInt() != seen) {
                        return Finding.fail(
                                "CUDA sees " + devices(seen) + ", and " + wanted.getAsInt() + " were asked for.",
                                List.of("asked for " + wanted.getAsInt(), "cuDeviceGetCount gave " + seen));
                    }
                    if (!mig && nvml.isPresent() && nvml.getAsLong() != seen) {
                        return Finding.fail(
                                "CUDA sees " + devices(seen) + " and NVML " + nvml.getAsLong() + ".",
                                List.of(
                                        "cuDeviceGetCount gave " + seen,
                                        "nvmlDeviceGetCount gave " + nvml.getAsLong()));
                    }
                    return Finding.pass("CUDA sees " + devices(seen) + ".");
                })
                .apply(facts);
    }

    /** How many devices were asked for; empty for all. */
    private static OptionalInt wanted(Facts facts) {
        String asked = facts.launch().gpu().map(gpu -> gpu.requested()).orElse("all");
        if (asked.equals("all")) {
            return OptionalInt.empty();
        }
        return asked.matches("\\d{1,3}")
                ? OptionalInt.of(Integer.parseInt(asked))
                : OptionalInt.of(asked.split(",", -1).length);
    }

    private Finding attributes(ProbeRun run) {
        if (run.devices().isEmpty()) {
            return Finding.skipped("CUDA showed no device.");
        }
        List<String> shown = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        List<String> prohibited = new ArrayList<>();
        for (ProbeFact device : run.devices()) {
            String name = device.shown("name");
            Version cc = Version.parse(device.shown("cc")).orElse(Version.of("0"));
            shown.add(name + " (compute capability " + cc + ", "
                    + Math.round(device.decimal("memory").orElse(0) / (1 << 30)) + " GiB, "
                    + device.shown("uuid") + ")");
            if (device.number("compute_mode").orElse(0) == PROHIBITED) {
                prohibited.add(name);
            }
            if (tables.get()
                    .gpu(name)
                    .map(GpuModel::computeCapability)
                    .filter(cc::equals)
                    .isEmpty()) {
                unknown.add(name + " with compute capability " + cc);
            }
        }
        if (!prohibited.isEmpty()) {
            return Finding.fail("The compute mode of " + prohibited + " is Prohibited: no program may use it.", shown);
        }
        return unknown.isEmpty()
                ? Finding.pass("The devices are " + shown + ".")
                : Finding.warn(unknown + " is not among the GPUs that Databricks offers.", shown);
    }

    private static String devices(long count) {
        return count + (count == 1 ? " device" : " devices");
    }
}
