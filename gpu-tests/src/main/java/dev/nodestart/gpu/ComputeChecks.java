package dev.nodestart.gpu;

import static dev.nodestart.gpu.GpuCheck.must;
import static dev.nodestart.gpu.GpuCheck.should;

import dev.nodestart.conformance.CheckRule;
import dev.nodestart.conformance.Finding;
import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.gpu.data.CudaTables;
import dev.nodestart.gpu.data.GpuModel;
import dev.nodestart.gpu.data.Version;
import dev.nodestart.gpu.probe.ProbeCall;
import dev.nodestart.gpu.probe.ProbeFact;
import dev.nodestart.gpu.probe.ProbeRun;
import dev.nodestart.gpu.probe.ProbeStage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Whether the devices compute, and how fast: every result is compared with what it must be. */
final class ComputeChecks {
    /** Both ways over PCIe; gpu.md §4.2 G24. */
    private static final double BUS_FLOOR = 3;

    private final Supplier<CudaTables> tables;

    ComputeChecks(Supplier<CudaTables> tables) {
        this.tables = tables;
    }

    List<CheckRule> rules() {
        return List.of(
                must("G21", "Every device adds a million numbers, each one right")
                        .needs(GpuCheck.PROBE)
                        .why(
                                "A device can be shown and still not compute: nvidia-smi runs nothing on it. Shows as GPU-F07 and GPU-F12.")
                        .remedy(
                                "Read the code in the message with [nodestart explain]; wrong numbers mean another node.")
                        .source("CUDA sample vectorAdd; gpu-operator validator, component cuda (gpu.md §4.1; §4.2 G21)")
                        .judge(Device.judging(ComputeChecks::kernels)),
                should("G22", "The driver takes PTX of the image's toolkit")
                        .needs(GpuCheck.PROBE)
                        .why(
                                "Code that is only there as PTX is compiled by the driver, which knows no newer PTX than its own. Shows as GPU-F12.")
                        .remedy("Build with -gencode arch=compute_80,code=sm_80 for the GPU, or with an older toolkit.")
                        .source("NVIDIA CUDA compatibility; measured (gpu.md §1.4 F12; §3.2; §4.2 G22)")
                        .judge(this::ptx),
                must("G23", "The memory keeps what is written to it")
                        .needs(GpuCheck.PROBE)
                        .why("Bad memory gives wrong results without an error.")
                        .remedy("Take another node; on your own machine: nvidia-smi -q -d ECC, then dcgmi diag -r 3.")
                        .source("NVIDIA DCGM diagnostics, memory (gpu.md §4.2 G23)")
                        .judge(Device.judging(ComputeChecks::memory)),
                should("G24", "Copies are as fast as the device is")
                        .needs(GpuCheck.PROBE)
                        .why(
                                "A throttled, shared or wrongly plugged device is slow. The floors are about half of the data sheet.")
                        .remedy("nvidia-smi -q -d CLOCK,PERFORMANCE shows what holds it back.")
                        .source("Nodestart's own floors (gpu.md §4.2 G24)")
                        .judge(Device.judgingFull(this::bandwidth)),
                must("G29", "Devices copy to one another, and nothing is lost")
                        .needs(GpuCheck.PROBE)
                        .why(
                                "NCCL copies between devices; an IOMMU or virtual GPUs break that, and jobs hang. Shows as GPU-F18.")
                        .remedy("ENV NCCL_P2P_DISABLE=1")
                        .source("Microsoft Learn, Azure Databricks GPU clusters (gpu.md §1.4 F18; §4.2 G29)")
                        .judge(Device.judgingFull(ComputeChecks::peers)));
    }

    private static Finding kernels(ProbeRun run) {
        Optional<String> cut = Device.cut(run, "compute");
        if (cut.isPresent()) {
            return Finding.fail("Computing " + cut.get() + ".", List.of("stage compute " + cut.get()));
        }
        List<ProbeCall> failed = run.failures("compute");
        if (!failed.isEmpty()) {
            return Finding.fail(
                    "A kernel did not run: " + Device.said(failed.get(0)) + ".",
                    failed.stream().map(Device::said).toList());
        }
        List<ProbeFact> kernels = run.facts("kernel");
        List<String> wrong = kernels.stream()
                .filter(kernel -> kernel.number("wrong").orElse(1) != 0)
                .map(kernel -> kernel.shown("kernel") + " on device "
                        + kernel.device() + ": "
                        + kernel.shown("wrong") + " of "
                        + kernel.shown("elements"))
                .toList();
        if (!wrong.isEmpty()) {
            return Finding.fail("The device computes wrongly: " + wrong.get(0) + " numbers are wrong.", wrong);
        }
        Optional<ProbeStage> unfinished =
                run.stages("compute").stream().filter(Device::failed).findFirst();
        if (unfinished.isPresent()) {
            return Finding.fail(
                    "Computing did not come to a good end"
                            + Device.on(unfinished.get().device()) + ": code "
                            + unfinished.get().code().orElse(-1) + ".",
                    List.of("stage compute: " + unfinished.get()));
        }
        List<Long> devices = run.devices().stream()
                .map(ProbeFact::device)
                .filter(device -> kernels.stream()
                        .noneMatch(kernel -> kernel.device() == device
                                && kernel.shown("kernel").equals("vadd")))
                .toList();
        if (run.devices().isEmpty()) {
            return Finding.skipped("CUDA showed no device to compute on.");
        }
        return devices.isEmpty()
                ? Finding.pass(
                        kernels.size() + " kernels ran on " + run.devices().size() + " device(s), every number right.")
                : Finding.fail(
                        "Nothing was computed on device(s) " + devices + ".", List.of("no kernel vadd " + devices));
    }

    /** The driver's own limit is known where it refused; where it was not asked, the tables tell. */
    private Finding ptx(Facts facts) {
        return Device.judging(run -> {
                    List<ProbeFact> refused = run.facts("ptx").stream()
                            .filter(line -> line.number("rc").orElse(-1) != 0)
                            .toList();
                    if (!refused.isEmpty()) {
                        ProbeFact first = refused.get(0);
                        return Finding.fail(
                                "The driver does not take PTX "
                                        + first.shown("isa") + ": "
                                        + first.shown("rc") + " ("
                                        + first.shown("name") + ").",
                                refused.stream()
                                        .map(line -> "PTX " + line.shown("isa") + ": "
                                                + line.shown("name") + " "
                                                + line.shown("log"))
                                        .toList());
                    }
                    List<String> taken = run.facts("ptx").stream()
                            .map(line -> line.shown("isa"))
                            .distinct()
                            .toList();
                    if (taken.isEmpty()) {
                        return Finding.skipped("No PTX was loaded.");
                    }
                    Optional<Version> image = ImageCuda.of(facts).built().stream()
                            .flatMap(built -> tables.get().ptx(built.cuda()).stream())
                            .max(Version::compareTo);
                    return Finding.pass("The driver takes PTX " + taken
                            + image.map(version -> "; the newest that the image's toolkits write is " + version)
                                    .orElse("")
                            + ".");
                })
                .apply(facts);
    }

    private static Finding memory(ProbeRun run) {
        Optional<String> cut = Device.cut(run, "memory");
        if (cut.isPresent()) {
            return Finding.fail("The memory test " + cut.get() + ".", List.of("stage memory " + cut.get()));
        }
        List<ProbeCall> failed = run.failures("memory");
        if (!failed.isEmpty()) {
            return Finding.fail(
                    "The memory could not be tested: " + Device.said(failed.get(0)) + ".",
                    failed.stream().map(Device::said).toList());
        }
        List<ProbeFact> patterns = run.facts("memory");
        List<String> bad = patterns.stream()
                .filter(line -> line.number("errors").orElse(1) != 0
                        || line.number("sample_wrong").orElse(0) != 0)
                .map(line -> "device " + line.device() + ", pattern "
                        + line.shown("pattern") + ": "
                        + line.shown("errors") + " errors, the first at "
                        + line.shown("first_bad"))
                .toList();
        List<String> blind = patterns.stream()
                .filter(line -> Boolean.FALSE.equals(line.values().get("control")))
                .map(line -> "device " + line.device() + ", pattern " + line.shown("pattern")
                        + ": a word that was made wrong on purpose was not found")
                .toList();
        if (!blind.isEmpty()) {
            return Finding.fail("The memory test finds nothing: " + blind.get(0) + ".", blind);
        }
        if (!bad.isEmpty()) {
            return Finding.fail("The memory does not keep what is written to it: " + bad.get(0) + ".", bad);
        }
        long tested = patterns.stream()
                .mapToLong(line -> line.number("tested").orElse(0))
                .max()
                .orElse(0);
        return patterns.isEmpty()
                ? Finding.skipped("No memory was tested.")
                : Finding.pass(String.format(Locale.ROOT, "%d MiB on each device kept every pattern.", tested >> 20));
    }

    private Finding bandwidth(ProbeRun run) {
        List<String> slow = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        List<String> shown = new ArrayList<>();
        for (ProbeFact line : run.facts("bandwidth")) {
            String kind = line.shown("kind");
            double rate = line.decimal("gbps").orElse(0);
            double floor = switch (kind) {
                case "h2d", "d2h" -> BUS_FLOOR;
                case "d2d" -> floor(run, line.device());
                default -> 0;
            };
            String text = String.format(Locale.ROOT, "device %d %s %.0f GB/s", line.device(), kind, rate);
            shown.add(text);
            if (line.number("wrong").orElse(0) != 0) {
                wrong.add(
                        String.format(Locale.ROOT, "device %d %s: %s words", line.device(), kind, line.shown("wrong")));
            }
            if (rate < floor) {
                slow.add(String.format(Locale.ROOT, "%s, floor %.0f", text, floor));
            }
        }
        if (shown.isEmpty()) {
            return Device.cut(run, "bandwidth")
                    .map(how -> Finding.fail("Measuring copies " + how + ".", List.of("stage bandwidth " + how)))
                    .orElseGet(() -> Finding.skipped("No copy was measured."));
        }
        if (!wrong.isEmpty()) {
            return Finding.fail("Copies do not arrive as they were: " + wrong + ".", shown);
        }
        return slow.isEmpty()
                ? Finding.pass("Copies run at " + shown + ".")
                : Finding.fail("Copies are slow: " + slow + ".", shown);
    }

    private double floor(ProbeRun run, long device) {
        return run.devices().stream()
                .filter(one -> one.device() == device)
                .flatMap(one -> tables.get().gpu(one.shown("name")).stream())
                .mapToInt(GpuModel::floor)
                .findFirst()
                .orElse(0);
    }

    private static Finding peers(ProbeRun run) {
        if (run.devices().size() < 2) {
            return Finding.skipped("There is only one device.");
        }
        Optional<String> cut = Device.cut(run, "peer");
        if (cut.isPresent()) {
            return Finding.fail("Copying between devices " + cut.get() + ".", List.of("stage peer " + cut.get()));
        }
        List<ProbeFact> pairs = run.facts("peer");
        List<String> wrong = pairs.stream()
                .filter(pair -> pair.number("wrong").orElse(1) != 0)
                .map(ComputeChecks::pair)
                .toList();
        List<String> staged = pairs.stream()
                .filter(pair -> !pair.flag("can"))
                .map(ComputeChecks::pair)
                .toList();
        if (!wrong.isEmpty() || pairs.isEmpty()) {
            return Finding.fail(
                    pairs.isEmpty()
                            ? "No copy between devices was tried."
                            : "A copy between devices is wrong: " + wrong.get(0) + ".",
                    wrong);
        }
        return staged.isEmpty()
                ? Finding.pass(pairs.size() + " pairs of devices copy to one another.")
                : Finding.warn(
                        "Devices cannot reach one another's memory: " + staged + "; copies go through the host.",
                        staged);
    }

    private static String pair(ProbeFact pair) {
        return pair.device() + " to " + pair.number("peer").orElse(0);
    }
}
