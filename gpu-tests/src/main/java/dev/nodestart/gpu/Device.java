package dev.nodestart.gpu;

import dev.nodestart.conformance.Finding;
import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.emulator.model.GpuAccess;
import dev.nodestart.emulator.node.CellResult;
import dev.nodestart.gpu.data.Version;
import dev.nodestart.gpu.probe.ProbeCall;
import dev.nodestart.gpu.probe.ProbeFact;
import dev.nodestart.gpu.probe.ProbeRun;
import dev.nodestart.gpu.probe.ProbeStage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** Judges what the probe found on a device: only where a GPU was asked for and handed over, and never as more than it is. */
final class Device {
    static final String NOT_ASKED = "No GPU was asked for: --gpus was not given.";

    static final String SIMULATED = "SIMULATED: ";

    private Device() {}

    /** What the probe wrote, read. */
    static ProbeRun run(CellResult probe) {
        return ProbeRun.parse(probe.stdout());
    }

    /** The kernel driver's version; where the node cannot tell, that of NVML, and of the library's file. */
    static Optional<Version> driver(ProbeRun run) {
        return kernelDriver(run)
                .or(() -> version(run.fact("nvml"), "driver"))
                .or(() -> version(run.library("libnvidia-ml.so.1"), "version"));
    }

    /** The version of the kernel's part, where it says so itself. */
    static Optional<Version> kernelDriver(ProbeRun run) {
        return version(run.fact("driver"), "version");
    }

    private static Optional<Version> version(Optional<ProbeFact> fact, String key) {
        return fact.flatMap(found -> found.text(key)).flatMap(Version::parse);
    }

    /** A judgement of the probe's run. */
    static Function<Facts, Finding> judging(Function<ProbeRun, Finding> judgement) {
        return facts -> onDevice(facts, judgement);
    }

    /** A judgement of what only the full level tries. */
    static Function<Facts, Finding> judgingFull(Function<ProbeRun, Finding> judgement) {
        return judging(run -> run.level().equals("full")
                ? judgement.apply(run)
                : Finding.skipped("Tried only with --gpu-level full."));
    }

    /** Why there is nothing to judge; empty where there is a device. */
    static Optional<String> absent(Facts facts) {
        Optional<GpuAccess> gpu = facts.launch().gpu();
        if (gpu.isEmpty()) {
            return Optional.of(NOT_ASKED);
        }
        boolean simulated = facts.tried(GpuCheck.PROBE)
                .map(Device::run)
                .map(ProbeRun::simulated)
                .orElse(false);
        return gpu.get().way().isPresent() || simulated
                ? Optional.empty()
                : Optional.of("No GPU was handed to the node: " + gpu.get().meaning());
    }

    private static Finding onDevice(Facts facts, Function<ProbeRun, Finding> judgement) {
        Optional<String> absent = absent(facts);
        if (absent.isPresent()) {
            return Finding.skipped(absent.get());
        }
        ProbeRun run = run(facts.trial(GpuCheck.PROBE));
        if (run.trouble().isPresent()) {
            return Finding.error("The probe did not run: " + run.trouble().get(), List.of());
        }
        return labelled(judgement.apply(run), run.simulated());
    }

    /** What was found on the simulated driver says so before anything else. */
    static Finding labelled(Finding finding, boolean simulated) {
        return simulated ? new Finding(finding.outcome(), SIMULATED + finding.message(), finding.evidence()) : finding;
    }

    /** A call as people read it: {@code cuInit gave 803 (CUDA_ERROR_SYSTEM_DRIVER_MISMATCH)}. */
    static String said(ProbeCall call) {
        String what = call.function() + on(call.device());
        return call.code().isPresent()
                ? what + " gave " + call.code().getAsInt() + " (" + call.name() + ")"
                : what + ": " + call.name();
    }

    /** How a stage that did not come to its end ended. */
    static Optional<String> cut(ProbeRun run, String stage) {
        return run.stages(stage).stream()
                .flatMap(end -> cut(end).map(how -> how.formatted(on(end.device()))).stream())
                .findFirst();
    }

    private static Optional<String> cut(ProbeStage end) {
        return switch (end.ended()) {
            case EXIT, SKIPPED -> Optional.empty();
            case TIMEOUT -> Optional.of("did not come to its end%s within " + Math.round(end.ms() / 1000) + " s");
            case SIGNAL ->
                Optional.of("was ended%s by " + end.signal().orElse("a signal").replace("%", ""));
            case LEFT -> Optional.of("was ended%s by a library that left the process");
            case UNKNOWN -> Optional.of("ended%s in a way that nobody knows");
        };
    }

    /** Whether a stage was begun and did not come to a good end. */
    static boolean failed(ProbeStage end) {
        return end.ended() != ProbeStage.End.SKIPPED && !end.good();
    }

    static String on(OptionalInt device) {
        return device.isPresent() ? " on device " + device.getAsInt() : "";
    }
}
