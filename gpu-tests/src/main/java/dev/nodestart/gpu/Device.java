package dev.nodestart.gpu;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nodestart.conformance.Finding;
import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.emulator.model.GpuAccess;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Judges what the probe found on a device: only where a GPU was asked for and handed over, and never as more than it is. */
final class Device {
    static final String NOT_ASKED = "No GPU was asked for: --gpus was not given.";

    static final String SIMULATED = "SIMULATED: ";

    private Device() {}

    /** A judgement of the probe's lines. */
    static Function<Facts, Finding> judging(Function<ProbeLines, Finding> judgement) {
        return facts -> onDevice(facts, judgement);
    }

    /** A judgement of what only the full level tries. */
    static Function<Facts, Finding> judgingFull(Function<ProbeLines, Finding> judgement) {
        return judging(lines -> lines.level().equals("full")
                ? judgement.apply(lines)
                : Finding.skipped("Tried only with --gpu-level full."));
    }

    /** Why there is nothing to judge; empty where there is a device. */
    static Optional<String> absent(Facts facts) {
        Optional<GpuAccess> gpu = facts.launch().gpu();
        if (gpu.isEmpty()) {
            return Optional.of(NOT_ASKED);
        }
        boolean simulated = facts.tried(GpuCheck.PROBE)
                .map(ProbeLines::of)
                .map(ProbeLines::simulated)
                .orElse(false);
        return gpu.get().way().isPresent() || simulated
                ? Optional.empty()
                : Optional.of("No GPU was handed to the node: " + gpu.get().meaning());
    }

    private static Finding onDevice(Facts facts, Function<ProbeLines, Finding> judgement) {
        Optional<String> absent = absent(facts);
        if (absent.isPresent()) {
            return Finding.skipped(absent.get());
        }
        ProbeLines lines = ProbeLines.of(facts.trial(GpuCheck.PROBE));
        if (lines.trouble().isPresent()) {
            return Finding.error("The probe did not run: " + lines.trouble().get(), List.of());
        }
        return labelled(judgement.apply(lines), lines.simulated());
    }

    /** What was found on the simulated driver says so before anything else. */
    static Finding labelled(Finding finding, boolean simulated) {
        return simulated ? new Finding(finding.outcome(), SIMULATED + finding.message(), finding.evidence()) : finding;
    }

    /** A call as people read it: {@code cuInit gave 803 (CUDA_ERROR_SYSTEM_DRIVER_MISMATCH)}. */
    static String said(JsonNode call) {
        String function = call.path("call").asText();
        String name = call.path("name").asText();
        String on = call.path("device").isInt()
                ? " on device " + call.path("device").asInt()
                : "";
        return call.path("rc").isInt()
                ? function + on + " gave " + call.path("rc").asInt() + " (" + name + ")"
                : function + on + ": " + name;
    }

    /** How a stage that did not come to its end ended. */
    static Optional<String> cut(ProbeLines lines, String stage) {
        return lines.ends(stage).stream()
                .filter(end -> !end.path("ended").asText().equals("exit"))
                .filter(end -> !end.path("ended").asText().equals("skipped"))
                .map(end -> {
                    String on = end.path("device").isInt()
                            ? " on device " + end.path("device").asInt()
                            : "";
                    return end.path("ended").asText().equals("timeout")
                            ? "did not come to its end" + on + " within "
                                    + Math.round(end.path("ms").asDouble() / 1000) + " s"
                            : "was ended" + on + " by " + end.path("signal").asText();
                })
                .findFirst();
    }
}
