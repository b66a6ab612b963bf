package dev.nodestart.gpu;

import static dev.nodestart.gpu.GpuCheck.must;
import static dev.nodestart.gpu.GpuCheck.should;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nodestart.conformance.CheckRule;
import dev.nodestart.conformance.Finding;
import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.gpu.data.CudaTables;
import dev.nodestart.gpu.data.GpuModel;
import dev.nodestart.gpu.data.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether the devices compute, and how fast: every result is compared with what it must be. */
final class ComputeChecks {
    /** Both ways over PCIe; gpu.md §4.2 G24. */
    private static final double BUS_FLOOR = 3;

    private final CudaTables tables;

    ComputeChecks(CudaTables tables) {
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

    private static Finding kernels(ProbeLines lines) {
        Optional<String> cut = Device.cut(lines, "compute");
        if (cut.isPresent()) {
            return Finding.fail("Computing " + cut.get() + ".", List.of("stage compute " + cut.get()));
        }
        List<JsonNode> failed = lines.failedCalls("compute");
        if (!failed.isEmpty()) {
            return Finding.fail(
                    "A kernel did not run: " + Device.said(failed.get(0)) + ".",
                    failed.stream().map(Device::said).toList());
        }
        List<JsonNode> kernels = lines.facts("kernel");
        List<String> wrong = kernels.stream()
                .filter(kernel -> kernel.path("wrong").asLong(1) != 0)
                .map(kernel -> kernel.path("kernel").asText() + " on device "
                        + kernel.path("device").asInt() + ": "
                        + kernel.path("wrong").asText() + " of "
                        + kernel.path("elements").asText())
                .toList();
        if (!wrong.isEmpty()) {
            return Finding.fail("The device computes wrongly: " + wrong.get(0) + " numbers are wrong.", wrong);
        }
        List<Integer> devices = lines.devices().stream()
                .map(device -> device.path("device").asInt())
                .filter(device -> kernels.stream()
                        .noneMatch(kernel -> kernel.path("device").asInt() == device
                                && kernel.path("kernel").asText().equals("vadd")))
                .toList();
        if (lines.devices().isEmpty()) {
            return Finding.skipped("CUDA showed no device to compute on.");
        }
        return devices.isEmpty()
                ? Finding.pass(kernels.size() + " kernels ran on "
                        + lines.devices().size() + " device(s), every number right.")
                : Finding.fail(
                        "Nothing was computed on device(s) " + devices + ".", List.of("no kernel vadd " + devices));
    }

    /** The driver's own limit is known where it refused; where it was not asked, the tables tell. */
    private Finding ptx(Facts facts) {
        return Device.judging(lines -> {
                    List<JsonNode> refused = lines.facts("ptx").stream()
                            .filter(line -> line.path("rc").asInt(-1) != 0)
                            .toList();
                    if (!refused.isEmpty()) {
                        JsonNode first = refused.get(0);
                        return Finding.fail(
                                "The driver does not take PTX "
                                        + first.path("isa").asText() + ": "
                                        + first.path("rc").asText() + " ("
                                        + first.path("name").asText() + ").",
                                refused.stream()
                                        .map(line -> "PTX " + line.path("isa").asText() + ": "
                                                + line.path("name").asText() + " "
                                                + line.path("log").asText(""))
                                        .toList());
                    }
                    List<String> taken = lines.facts("ptx").stream()
                            .map(line -> line.path("isa").asText())
                            .distinct()
                            .toList();
                    if (taken.isEmpty()) {
                        return Finding.skipped("No PTX was loaded.");
                    }
                    Optional<Version> image = ImageCuda.of(facts).built().stream()
                            .flatMap(built -> tables.ptx(built.cuda()).stream())
                            .max(Version::compareTo);
                    return Finding.pass("The driver takes PTX " + taken
                            + image.map(version -> "; the newest that the image's toolkits write is " + version)
                                    .orElse("")
                            + ".");
                })
                .apply(facts);
    }

    private static Finding memory(ProbeLines lines) {
        Optional<String> cut = Device.cut(lines, "memory");
        if (cut.isPresent()) {
            return Finding.fail("The memory test " + cut.get() + ".", List.of("stage memory " + cut.get()));
        }
        List<JsonNode> failed = lines.failedCalls("memory");
        if (!failed.isEmpty()) {
            return Finding.fail(
                    "The memory could not be tested: " + Device.said(failed.get(0)) + ".",
                    failed.stream().map(Device::said).toList());
        }
        List<JsonNode> patterns = lines.facts("memory");
        List<String> bad = patterns.stream()
                .filter(line -> line.path("errors").asLong(1) != 0)
                .map(line -> "device " + line.path("device").asInt() + ", pattern "
                        + line.path("pattern").asText() + ": "
                        + line.path("errors").asText() + " errors, the first at "
                        + line.path("first_bad").asText())
                .toList();
        if (!bad.isEmpty()) {
            return Finding.fail("The memory does not keep what is written to it: " + bad.get(0) + ".", bad);
        }
        long tested = patterns.stream()
                .mapToLong(line -> line.path("tested").asLong())
                .max()
                .orElse(0);
        return patterns.isEmpty()
                ? Finding.skipped("No memory was tested.")
                : Finding.pass(String.format(Locale.ROOT, "%d MiB on each device kept every pattern.", tested >> 20));
    }

    private Finding bandwidth(ProbeLines lines) {
        List<String> slow = new ArrayList<>();
        List<String> shown = new ArrayList<>();
        for (JsonNode line : lines.facts("bandwidth")) {
            String kind = line.path("kind").asText();
            double rate = line.path("gbps").asDouble();
            double floor = switch (kind) {
                case "h2d", "d2h" -> BUS_FLOOR;
                case "d2d" -> floor(lines, line.path("device").asInt());
                default -> 0;
            };
            String text = String.format(
                    Locale.ROOT, "device %d %s %.0f GB/s", line.path("device").asInt(), kind, rate);
            shown.add(text);
            if (rate < floor) {
                slow.add(String.format(Locale.ROOT, "%s, floor %.0f", text, floor));
            }
        }
        if (shown.isEmpty()) {
            return Device.cut(lines, "bandwidth")
                    .map(how -> Finding.fail("Measuring copies " + how + ".", List.of("stage bandwidth " + how)))
                    .orElseGet(() -> Finding.skipped("No copy was measured."));
        }
        return slow.isEmpty()
                ? Finding.pass("Copies run at " + shown + ".")
                : Finding.fail("Copies are slow: " + slow + ".", shown);
    }

    private double floor(ProbeLines lines, int device) {
        return lines.devices().stream()
                .filter(one -> one.path("device").asInt() == device)
                .flatMap(one -> tables.gpu(one.path("name").asText()).stream())
                .mapToInt(GpuModel::floor)
                .findFirst()
                .orElse(0);
    }

    private static Finding peers(ProbeLines lines) {
        if (lines.devices().size() < 2) {
            return Finding.skipped("There is only one device.");
        }
        Optional<String> cut = Device.cut(lines, "peer");
        if (cut.isPresent()) {
            return Finding.fail("Copying between devices " + cut.get() + ".", List.of("stage peer " + cut.get()));
        }
        List<JsonNode> pairs = lines.facts("peer");
        List<String> wrong = pairs.stream()
                .filter(pair -> pair.path("wrong").asLong(1) != 0)
                .map(ComputeChecks::pair)
                .toList();
        List<String> staged = pairs.stream()
                .filter(pair -> !pair.path("can").asBoolean())
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

    private static String pair(JsonNode pair) {
        return pair.path("device").asInt() + " to " + pair.path("peer").asInt();
    }
}
