package dev.nodestart.gpu;

import static dev.nodestart.gpu.GpuCheck.must;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nodestart.conformance.Capability;
import dev.nodestart.conformance.CheckRule;
import dev.nodestart.conformance.Finding;
import dev.nodestart.conformance.Outcome;
import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.emulator.data.JsonTree;
import dev.nodestart.gpu.probe.ProbeFact;
import dev.nodestart.gpu.probe.ProbeRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** Whether the ways in agree, and whether any of it was real. */
final class ProofChecks {
    private ProofChecks() {}

    static List<CheckRule> rules() {
        return List.of(
                must("G03", "Every way in gives the same devices")
                        .needs(GpuCheck.PROBE, GpuCheck.WAYS)
                        .why(
                                "The same flag means another injection on another engine. A stale CDI specification shows devices that the runtime does not.")
                        .remedy("On the machine: sudo nvidia-ctk cdi generate --output=/etc/cdi/nvidia.yaml")
                        .source("nvidia-container-toolkit, tests/e2e (gpu.md §2.1; §4.2 G03)")
                        .judge(ProofChecks::ways),
                must("G34", "A real GPU was used: its driver, its device and what it computed are known")
                        .proves(Capability.GPU)
                        .needs(GpuCheck.PROBE)
                        .why(
                                "Only a verified computation on a device with a UUID, by a driver with a version, shows that the image can compute on a GPU. The simulated driver of Nodestart's tests never counts.")
                        .remedy(
                                "nodestart verify --gpus all on a machine with an NVIDIA GPU.\nAn image that holds the simulated driver: RUN rm -f /usr/lib/x86_64-linux-gnu/libcuda.so* and where GPU-G06 says.")
                        .source("gpu.md §4.2 G34; §6.6")
                        .judge(ProofChecks::authentic));
    }

    private static Finding authentic(Facts facts) {
        // an image of which nothing is known has none
        List<String> held =
                facts.asked("gpu.image").isPresent() && facts.launch().image().isPresent()
                        ? ImageCuda.of(facts).simulatedDriver()
                        : List.of();
        if (!held.isEmpty()) {
            return Finding.fail(
                    "The image holds Nodestart's simulated driver: " + held
                            + ". Nothing that runs on it runs on a GPU.",
                    held);
        }
        Optional<String> absent = Device.absent(facts);
        if (absent.isPresent()) {
            return Finding.skipped(absent.get());
        }
        ProbeRun run = Device.run(facts.trial(GpuCheck.PROBE));
        List<String> evidence = new ArrayList<>();
        for (String soname : List.of("libcuda.so.1", "libnvidia-ml.so.1")) {
            run.library(soname)
                    .filter(line -> line.flag("loaded"))
                    .ifPresent(line -> evidence.add(line.shown("path") + ", " + line.shown("size") + " bytes"));
        }
        run.facts("digest").forEach(line -> evidence.add("sha256 " + line.shown("sha256") + "  " + line.shown("path")));
        run.devices().forEach(device -> evidence.add(device.shown("name") + " " + device.shown("uuid")));
        if (run.simulated()) {
            return Finding.error(
                    "SIMULATED: the driver is the simulated one of Nodestart's tests. No GPU was used.", evidence);
        }
        if (run.trouble().isPresent()) {
            return Finding.error("The probe did not run: " + run.trouble().get(), evidence);
        }
        if (!run.complete()) {
            return Finding.error("The probe did not come to its end, so nothing is proved.", evidence);
        }
        List<ProbeFact> devices = run.devices();
        boolean named = !devices.isEmpty()
                && devices.stream().allMatch(device -> device.shown("uuid").matches("(GPU|MIG)-.+"));
        boolean computed = named
                && devices.stream()
                        .allMatch(device -> run.stages("compute").stream()
                                        .anyMatch(end ->
                                                end.good() && end.device().orElse(-1) == device.device())
                                && run.facts("kernel").stream()
                                        .anyMatch(kernel -> kernel.device() == device.device()
                                                && kernel.shown("kernel").equals("vadd")
                                                && kernel.number("elements").orElse(0) > 0
                                                && kernel.number("wrong").orElse(1) == 0));
        return Device.driver(run)
                .filter(version -> computed)
                .map(version -> new Finding(
                        Outcome.PASS,
                        "Driver [" + version + "] computed on " + NodeChecks.uuids(run)
                                + ", and every number is right.",
                        evidence))
                .orElseGet(() -> Finding.error(
                        "Nothing is proved: "
                                + (Device.driver(run).isEmpty()
                                        ? "the driver's version is not known."
                                        : named
                                                ? "not every device computed without an error."
                                                : "no device gave its UUID."),
                        evidence));
    }

    private static Finding ways(Facts facts) {
        Optional<String> absent = Device.absent(facts);
        if (absent.isPresent()) {
            return Finding.skipped(absent.get());
        }
        ProbeRun here = Device.run(facts.trial(GpuCheck.PROBE));
        List<JsonNode> others =
                facts.tried(GpuCheck.WAYS).map(tried -> others(tried.stdout())).orElse(List.of());
        if (others.isEmpty()) {
            return Finding.skipped(
                    "Only one way in was tried: [--gpu-ways all] tries every one that the engine offers.");
        }
        SortedSet<String> devices = NodeChecks.uuids(here);
        List<String> different = new ArrayList<>();
        List<String> same = new ArrayList<>();
        for (JsonNode other : others) {
            String way = other.path("way").asText();
            ProbeRun there = ProbeRun.parse(other.path("probe").asText());
            SortedSet<String> seen = NodeChecks.uuids(there);
            boolean wrong = there.facts("kernel").stream()
                    .anyMatch(kernel -> kernel.number("wrong").orElse(1) != 0);
            if (other.path("error").isTextual()) {
                different.add(way + ": " + other.path("error").asText());
            } else if (!seen.equals(devices) || wrong) {
                different.add(way + ": " + seen + (wrong ? ", wrong numbers" : ""));
            } else {
                same.add(way);
            }
        }
        return Device.labelled(
                different.isEmpty()
                        ? Finding.pass("The ways in " + same + " give the same devices " + devices + ".")
                        : Finding.fail(
                                "The ways in do not agree: here " + devices + "; " + String.join("; ", different) + ".",
                                different),
                here.simulated());
    }

    private static List<JsonNode> others(String json) {
        List<JsonNode> ways = new ArrayList<>();
        JsonTree.text(json).ifPresent(root -> root.path("ways").forEach(ways::add));
        return ways;
    }
}
