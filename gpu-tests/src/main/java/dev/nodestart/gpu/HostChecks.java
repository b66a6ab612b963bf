package dev.nodestart.gpu;

import static dev.nodestart.gpu.GpuCheck.must;
import static dev.nodestart.gpu.GpuCheck.should;

import dev.nodestart.conformance.CheckRule;
import dev.nodestart.conformance.Finding;
import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.emulator.model.GpuAccess;
import dev.nodestart.emulator.model.GpuWay;
import dev.nodestart.gpu.data.Version;
import dev.nodestart.gpu.probe.ProbeFact;
import dev.nodestart.gpu.probe.ProbeRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the machine hands to the node: not the image's doing. */
final class HostChecks {
    /** What every finding of this kind begins with. */
    static final String NOT_THE_IMAGE = "Not the image, the machine: ";

    /** NVML_ERROR_LIB_RM_VERSION_MISMATCH. */
    private static final int MISMATCH = 18;

    private HostChecks() {}

    static List<CheckRule> rules() {
        return List.of(
                should("G01", "The machine hands its GPUs to containers as a node does")
                        .needs(GpuCheck.PROBE)
                        .why(
                                "CUDA in an image can only be tried on a machine with a GPU, its driver and the container toolkit. Shows as GPU-F08 and GPU-F10.")
                        .remedy(
                                "Run [nodestart verify --gpus all] on a machine with a GPU, its driver and nvidia-container-toolkit:\nsudo nvidia-ctk runtime configure --runtime=docker && sudo systemctl restart docker")
                        .source("NVIDIA container toolkit (gpu.md §2.1, §2.2; §4.2 G01)")
                        .judge(HostChecks::path),
                must("G02", "A driver is loaded on the machine")
                        .needs(GpuCheck.PROBE, GpuCheck.HOST)
                        .why("Without the kernel's part of the driver there is no GPU, whatever the image holds.")
                        .remedy("Install the driver on the machine: nvidia-smi there must show it.")
                        .source("NVIDIA gpu-operator validator, component driver (gpu.md §4.2 G02)")
                        .judge(HostChecks::driver),
                must("G11", "The device nodes are there and can be opened")
                        .needs(GpuCheck.PROBE)
                        .why(
                                "Without /dev/nvidia-uvm nvidia-smi works and CUDA does not. Shows as GPU-F07 and GPU-F15.")
                        .remedy(
                                "On the machine: sudo nvidia-modprobe -u -c 0\nthen write the CDI specification again: sudo nvidia-ctk cdi generate --output=/etc/cdi/nvidia.yaml")
                        .source("gpu-operator#2685 (gpu.md §1.4 F7; §4.2 G11)")
                        .judge(Device.judging(HostChecks::nodes)),
                should("G12", "Users other than root can open the device nodes")
                        .needs(GpuCheck.PROBE)
                        .why("Cluster libraries and jobs may run as another user than root. Shows as GPU-F17.")
                        .remedy("On the machine: options nvidia NVreg_DeviceFileMode=0666, or a toolkit from 1.19 on.")
                        .source("nvidia-container-toolkit, CHANGELOG 1.19 (gpu.md §1.4 F17; §4.2 G12)")
                        .judge(Device.judging(HostChecks::otherUser)));
    }

    private static Finding path(Facts facts) {
        Optional<String> absent = Device.absent(facts);
        if (absent.isPresent()) {
            return Finding.skipped(absent.get());
        }
        GpuAccess gpu = facts.launch().gpu().orElseThrow();
        boolean simulated = Device.run(facts.trial(GpuCheck.PROBE)).simulated();
        String by = gpu.way()
                .map(way -> "The node got [" + gpu.requested() + "] by way of [" + way.reportName() + "].")
                .orElse("The image holds a driver of its own; the machine handed nothing over.");
        return Device.labelled(
                gpu.way().filter(way -> way != GpuWay.EXPLICIT).isPresent()
                        ? Finding.pass(by)
                        : Finding.warn(
                                by + " Nodes get it through the NVIDIA container toolkit.", List.of(gpu.meaning())),
                simulated);
    }

    private static Finding driver(Facts facts) {
        return Device.judging(run -> {
                    Optional<Version> kernel = Device.kernelDriver(run)
                            .or(() -> facts.tried(GpuCheck.HOST)
                                    .flatMap(host -> HostLines.driver(host.stdout()))
                                    .flatMap(Version::parse));
                    if (kernel.isPresent()) {
                        return Finding.pass("The driver [" + kernel.get() + "] is loaded.");
                    }
                    return Device.driver(run)
                            .map(version -> Finding.warn(
                                    "The driver says it is [" + version
                                            + "]; /proc/driver/nvidia/version, which the kernel's part writes, is not there.",
                                    List.of("no /proc/driver/nvidia/version")))
                            .orElseGet(() -> answers(run)
                                    ? Finding.warn(
                                            "A driver answers, and nothing says its version.",
                                            List.of("no /proc/driver/nvidia/version"))
                                    : Finding.error(
                                            NOT_THE_IMAGE + "no driver is loaded, and NVML gives no version.",
                                            List.of("no /proc/driver/nvidia/version")));
                })
                .apply(facts);
    }

    /** Whether something in the kernel took a call: CUDA started, or NVML met a driver of another version. */
    private static boolean answers(ProbeRun run) {
        return run.calls().stream()
                .filter(call -> Set.of("cuInit", "nvmlInit_v2").contains(call.function()))
                .anyMatch(call -> call.code().isPresent()
                        && Set.of(0, MISMATCH).contains(call.code().getAsInt()));
    }

    private static Finding nodes(ProbeRun run) {
        List<String> bad = new ArrayList<>();
        List<String> good = new ArrayList<>();
        for (ProbeFact node : ofStage(run, "system")) {
            String path = node.shown("path");
            boolean needed = path.matches(".*/nvidia(ctl|-uvm|\\d+)");
            if (!needed) {
                continue;
            }
            if (!node.flag("exists")) {
                bad.add(path + " is missing");
            } else if (node.number("open").orElse(-1) != 0) {
                bad.add(path + " cannot be opened: " + node.shown("error"));
            } else {
                good.add(path);
            }
        }
        // with one device asked for by number or UUID, nvidia0 need not be the one
        boolean other = good.stream().anyMatch(path -> path.matches(".*/nvidia\\d+"));
        bad.removeIf(line -> other && line.endsWith("/nvidia0 is missing"));
        return bad.isEmpty()
                ? Finding.pass("The device nodes can be opened: " + good + ".")
                : Finding.error(NOT_THE_IMAGE + "device nodes do not work: " + bad + ".", bad);
    }

    private static Finding otherUser(ProbeRun run) {
        List<String> bad = ofStage(run, "nonroot").stream()
                .filter(node -> node.flag("exists") && node.number("open").orElse(-1) != 0)
                .filter(node -> !node.shown("path").endsWith("-tools"))
                .map(node -> node.shown("path") + " (mode "
                        + node.shown("mode") + ", owner "
                        + node.shown("owner") + ":" + node.shown("group") + "): "
                        + node.shown("error") + " for user "
                        + node.shown("uid"))
                .toList();
        if (ofStage(run, "nonroot").stream().noneMatch(node -> node.flag("exists"))) {
            return Finding.skipped("There are no device nodes to open as another user.");
        }
        return bad.isEmpty()
                ? Finding.pass("Users other than root can open the device nodes.")
                : Finding.fail("Users other than root cannot open " + bad.size() + " device node(s).", bad);
    }

    private static List<ProbeFact> ofStage(ProbeRun run, String stage) {
        return run.facts("node").stream()
                .filter(node -> node.stage().equals(stage))
                .toList();
    }
}
