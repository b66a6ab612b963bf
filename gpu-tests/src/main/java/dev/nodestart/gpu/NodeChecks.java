package dev.nodestart.gpu;

import static dev.nodestart.gpu.GpuCheck.must;
import static dev.nodestart.gpu.GpuCheck.should;

import dev.nodestart.conformance.CheckRule;
import dev.nodestart.conformance.Finding;
import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.emulator.model.GpuAccess;
import dev.nodestart.emulator.model.GpuWay;
import dev.nodestart.emulator.node.CellResult;
import dev.nodestart.gpu.probe.ProbeCall;
import dev.nodestart.gpu.probe.ProbeFact;
import dev.nodestart.gpu.probe.ProbeRun;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The container around the device: shared memory, what else it can see, and whether the device stays. */
final class NodeChecks {
    private static final long ONE_DEVICE = 64L << 20;
    private static final long MORE_DEVICES = 1L << 30;

    private NodeChecks() {}

    static List<CheckRule> rules() {
        return List.of(
                should("G30", "/dev/shm is large enough for NCCL and data loaders")
                        .needs(GpuCheck.PROBE)
                        .why(
                                "NCCL and PyTorch's workers share memory there; at 64 MiB several devices fail with a bus error. Shows as GPU-F16.")
                        .remedy(
                                "docker run --shm-size=1g   # on nodes: a profile's own; export NCCL_SHM_DISABLE=1 goes without")
                        .source("nccl#342, #290, #525, #983 (gpu.md §1.4 F16; §4.2 G30)")
                        .judge(Device.judging(NodeChecks::sharedMemory)),
                must("G31", "The device is still there after a while")
                        .needs(GpuCheck.PROBE, GpuCheck.HOLD)
                        .why(
                                "With the systemd cgroup driver a daemon-reload on the machine takes the devices away from running containers. Shows as GPU-F15.")
                        .remedy(
                                "On the machine: \"exec-opts\": [\"native.cgroupdriver=cgroupfs\"] in /etc/docker/daemon.json,\nor sudo nvidia-ctk system create-dev-char-symlinks --create-all")
                        .source(
                                "nvidia-container-toolkit#48, #251, #1227; nvidia-docker#1730 (gpu.md §1.4 F15; §4.2 G31)")
                        .judge(NodeChecks::hold),
                must("G32", "The node sees the devices that it was given, and no other")
                        .needs(GpuCheck.PROBE, GpuCheck.RESTRICTED)
                        .why("A node that sees more devices than it was given computes on somebody else's.")
                        .remedy("Do not run privileged; let the container toolkit make the device nodes.")
                        .source("nvidia-container-toolkit, tests/e2e (gpu.md §4.2 G32)")
                        .judge(NodeChecks::restricted),
                should("G33", "The container toolkit handed the device over")
                        .needs(GpuCheck.PROBE)
                        .why("On nodes the toolkit does it; what was mapped by hand may differ from that.")
                        .remedy("nodestart verify --gpus all --gpu-way cdi")
                        .source("nvidia-container-toolkit, pkg/nvcdi (gpu.md §2.4; §4.2 G33)")
                        .judge(NodeChecks::witness));
    }

    private static Finding sharedMemory(ProbeRun run) {
        Optional<ProbeFact> shm =
                run.fact("shm").filter(line -> line.number("bytes").isPresent());
        if (shm.isEmpty()) {
            return Finding.fail("There is no /dev/shm.", List.of("no /dev/shm"));
        }
        long bytes = shm.get().number("bytes").orElse(0);
        int devices = run.devices().size();
        long wanted = devices > 1 ? MORE_DEVICES : ONE_DEVICE;
        String size = "/dev/shm has " + (bytes >> 20) + " MiB";
        return bytes >= wanted
                ? Finding.pass(size + ".")
                : Finding.fail(
                        size + ", and " + devices + " device(s) want " + (wanted >> 20) + " MiB.",
                        List.of("/dev/shm " + bytes + " bytes"));
    }

    private static Finding hold(Facts facts) {
        return Device.judgingFull(run -> {
                    ProbeRun later = Device.run(facts.trial(GpuCheck.HOLD));
                    List<ProbeCall> failed = later.failures("cuda", "nvml");
                    List<String> closed = later.facts("node").stream()
                            .filter(node ->
                                    node.flag("exists") && node.number("open").orElse(-1) != 0)
                            .map(node -> node.shown("path") + ": " + node.shown("error"))
                            .toList();
                    if (!failed.isEmpty() || !closed.isEmpty()) {
                        String what = failed.isEmpty() ? closed.get(0) : Device.said(failed.get(0));
                        return Finding.error(
                                HostChecks.NOT_THE_IMAGE + "the device is gone after a while: " + what + ".", closed);
                    }
                    SortedSet<String> before = uuids(run);
                    SortedSet<String> after = uuids(later);
                    return before.equals(after)
                            ? Finding.pass("The device was still there at a second look.")
                            : Finding.error(
                                    HostChecks.NOT_THE_IMAGE + "at a second look the devices are " + after
                                            + ", they were " + before + ".",
                                    List.of("before " + before, "after " + after));
                })
                .apply(facts);
    }

    static SortedSet<String> uuids(ProbeRun run) {
        TreeSet<String> uuids = new TreeSet<>();
        run.devices().forEach(device -> uuids.add(device.shown("uuid")));
        return uuids;
    }

    private static Finding restricted(Facts facts) {
        return Device.judging(run -> Restriction.judge(
                        facts.launch().gpu().map(GpuAccess::requested).orElse("all"),
                        uuids(run),
                        facts.tried(GpuCheck.RESTRICTED).map(CellResult::stdout).orElse("")))
                .apply(facts);
    }

    private static Finding witness(Facts facts) {
        return Device.judging(run -> {
                    boolean handed = run.fact("driver_params")
                            .filter(line -> line.number("modify_device_files").orElse(-1) == 0)
                            .isPresent();
                    boolean named = run.facts("environment").stream()
                            .anyMatch(line -> line.shown("name").equals("NVIDIA_CTK_LIBCUDA_DIR"));
                    if (handed || named) {
                        return Finding.pass("The container toolkit left its mark: "
                                + (handed ? "ModifyDeviceFiles: 0." : "NVIDIA_CTK_LIBCUDA_DIR."));
                    }
                    boolean byHand = facts.launch()
                            .gpu()
                            .flatMap(GpuAccess::way)
                            .filter(way -> way == GpuWay.EXPLICIT)
                            .isPresent();
                    return Finding.warn(
                            byHand
                                    ? "The device was mapped by hand: the container toolkit had no part in it."
                                    : "Nothing shows that the container toolkit handed the device over.",
                            List.of("no ModifyDeviceFiles: 0", "no NVIDIA_CTK_LIBCUDA_DIR"));
                })
                .apply(facts);
    }
}
