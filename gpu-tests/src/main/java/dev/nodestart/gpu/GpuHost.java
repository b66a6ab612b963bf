package dev.nodestart.gpu;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What this machine has for GPUs in containers.
 *
 * @param devices GPU device nodes, such as {@code /dev/nvidia0}
 * @param controlNodes other device nodes of the driver, such as {@code /dev/nvidiactl} and {@code /dev/nvidia-uvm}
 * @param driverVersion the loaded kernel driver's version, such as {@code 580.126.16}
 * @param toolkit path of the container toolkit's command {@code nvidia-ctk}
 * @param cdiSpecs CDI specifications that may name NVIDIA devices
 */
public record GpuHost(
        List<String> devices,
        List<String> controlNodes,
        Optional<String> driverVersion,
        Optional<String> toolkit,
        List<String> cdiSpecs) {

    private static final Pattern DEVICE = Pattern.compile("nvidia\\d+");

    /** In the first line of the driver's version file stands the version, three numbers or two. */
    private static final Pattern VERSION = Pattern.compile("NVRM version:.*?\\s(\\d+\\.\\d+(?:\\.\\d+)?)\\s");

    /** Where the engine looks for CDI specifications (gpu.md §2.2). */
    private static final List<String> CDI_FOLDERS = List.of("/etc/cdi", "/var/run/cdi");

    private static final List<String> TOOLKIT_FOLDERS =
            List.of("/usr/bin", "/usr/local/bin", "/usr/local/nvidia/toolkit");

    /** Reads a machine's files. Runs nothing. */
    public static GpuHost read(FileSystemView files) {
        List<String> nodes = files.list("/dev").stream()
                .filter(name -> name.startsWith("nvidia"))
                .toList();
        return new GpuHost(
                paths("/dev", nodes.stream().filter(name -> DEVICE.matcher(name).matches())),
                paths(
                        "/dev",
                        nodes.stream().filter(name -> !DEVICE.matcher(name).matches())),
                files.read("/proc/driver/nvidia/version").flatMap(GpuHost::version),
                TOOLKIT_FOLDERS.stream()
                        .map(folder -> folder + "/nvidia-ctk")
                        .filter(files::exists)
                        .findFirst(),
                CDI_FOLDERS.stream()
                        .flatMap(folder ->
                                paths(folder, files.list(folder).stream().filter(GpuHost::isSpec)).stream())
                        .filter(path -> files.read(path)
                                .filter(text -> text.contains("nvidia.com/gpu"))
                                .isPresent())
                        .toList());
    }

    /** The same as text, a fact in each line. */
    String lines() {
        StringBuilder lines = new StringBuilder("looked yes\n");
        devices.forEach(path -> lines.append("device ").append(path).append('\n'));
        controlNodes.forEach(path -> lines.append("control ").append(path).append('\n'));
        driverVersion.ifPresent(
                version -> lines.append("driver ").append(version).append('\n'));
        toolkit.ifPresent(path -> lines.append("toolkit ").append(path).append('\n'));
        cdiSpecs.forEach(path -> lines.append("cdi ").append(path).append('\n'));
        return lines.toString();
    }

    /** From the text of {@link #lines}. */
    static GpuHost of(String lines) {
        return new GpuHost(
                named("device", lines),
                named("control", lines),
                named("driver", lines).stream().findFirst(),
                named("toolkit", lines).stream().findFirst(),
                named("cdi", lines));
    }

    private static List<String> named(String name, String lines) {
        return lines.lines()
                .filter(line -> line.startsWith(name + " "))
                .map(line -> line.substring(name.length() + 1))
                .toList();
    }

    /** Whether there is a GPU whose driver is loaded. */
    public boolean hasGpu() {
        return !devices.isEmpty() && driverVersion.isPresent();
    }

    private static Optional<String> version(String text) {
        Matcher version = VERSION.matcher(text);
        return version.find() ? Optional.of(version.group(1)) : Optional.empty();
    }

    private static boolean isSpec(String name) {
        return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
    }

    private static List<String> paths(String folder, Stream<String> names) {
        return names.map(name -> folder + "/" + name).toList();
    }
}
