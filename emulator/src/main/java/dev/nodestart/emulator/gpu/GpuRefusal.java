package dev.nodestart.emulator.gpu;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What an engine means that refuses to give a container a GPU (gpu.md §2.3).
 *
 * @param cause what is wrong, one sentence
 * @param fix what to do
 * @param blame whose fault it is
 */
public record GpuRefusal(String cause, String fix, Blame blame) {
    private static final String TOOLKIT = "Install nvidia-container-toolkit on the engine's machine, run"
            + " [nvidia-ctk runtime configure --runtime=docker] and restart the engine.";

    /** Whose fault a refusal is. */
    public enum Blame {
        /** The engine, the toolkit or the driver: nothing is known of the image. */
        HOST,
        /** What the image contains or demands. */
        IMAGE
    }

    private static final List<Known> KNOWN = List.of(
            new Known(
                    "unsatisfied condition",
                    Blame.IMAGE,
                    "The image's NVIDIA_REQUIRE_CUDA asks for a newer driver than this machine has.",
                    "Use a machine with a newer driver, or an image with an older CUDA."),
            new Known(
                    "file exists",
                    Blame.IMAGE,
                    "The image contains files of the NVIDIA driver, which are in the way of the host's.",
                    "Remove the driver's packages, such as libnvidia-compute-*, from the image."),
            new Known(
                    "/lib/firmware/nvidia",
                    Blame.IMAGE,
                    "A link in the image leads the driver's firmware folder out of it.",
                    "Remove /lib/firmware/nvidia from the image."),
            new Known(
                    "could not select device driver \"cdi\"",
                    Blame.HOST,
                    "The engine has no CDI, or has it switched off.",
                    "Use Docker 25 or newer with [features.cdi], or Docker 28."),
            new Known(
                    "could not select device driver",
                    Blame.HOST,
                    "The engine found no NVIDIA container toolkit when it was started.",
                    TOOLKIT),
            new Known("unknown runtime specified", Blame.HOST, "The engine has no OCI runtime of that name.", TOOLKIT),
            new Known(
                    "unknown or invalid runtime name",
                    Blame.HOST,
                    "The engine has no OCI runtime of that name.",
                    TOOLKIT),
            new Known(
                    "unresolvable cdi devices",
                    Blame.HOST,
                    "No CDI specification of the engine names that device.",
                    "Run [nvidia-ctk cdi generate --output=/etc/cdi/nvidia.yaml] on the engine's machine."),
            new Known(
                    "driver/library version mismatch",
                    Blame.HOST,
                    "The engine's machine runs another version of the NVIDIA driver than its libraries have.",
                    "Load the new kernel module, or restart the machine."),
            new Known(
                    "load library failed",
                    Blame.HOST,
                    "The engine's machine has no NVIDIA driver.",
                    "Install the driver: [nvidia-smi] must work on that machine."),
            new Known(
                    "error_library_not_found",
                    Blame.HOST,
                    "The engine's machine has no NVIDIA driver.",
                    "Install the driver: [nvidia-smi] must work on that machine."),
            new Known(
                    "invoking the nvidia container runtime hook directly",
                    Blame.HOST,
                    "The container toolkit is set to a mode that does not take --gpus.",
                    "Use [--gpu-way cdi] or [--gpu-way runtime]."),
            new Known(
                    "runtime.nvidia.com",
                    Blame.HOST,
                    "CDI names of different kinds were mixed.",
                    "Ask for devices of one kind."),
            new Known(
                    "error gathering device information",
                    Blame.HOST,
                    "A device node is not there, or not one.",
                    "Load the driver's modules: [nvidia-modprobe -u -c 0]."));

    /** What a refusal's text means; empty where it says nothing about GPUs. */
    public static Optional<GpuRefusal> of(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        boolean toolkit = lower.contains("nvidia") || lower.contains("cdi") || lower.contains("device");
        return KNOWN.stream()
                .filter(known -> lower.contains(known.text))
                .filter(known -> toolkit || known.text.contains("runtime"))
                .findFirst()
                .map(known -> new GpuRefusal(known.cause, known.fix, known.blame));
    }

    private record Known(String text, Blame blame, String cause, String fix) {}
}
