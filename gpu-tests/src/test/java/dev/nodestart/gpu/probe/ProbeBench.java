package dev.nodestart.gpu.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs the probe on this machine against a simulated driver, with folders in place of /proc and /dev. */
final class ProbeBench {

    private final Path probe;
    private final Path driver;
    private final Path proc;
    private final Path dev;
    private final Map<String, String> environment = new HashMap<>();
    private final List<String> arguments = new ArrayList<>();

    private ProbeBench(Path probe, Path driver, Path proc, Path dev) {
        this.probe = probe;
        this.driver = driver;
        this.proc = proc;
        this.dev = dev;
    }

    /** A bench below a folder, for a driver that was built; everything on it is as it should be. */
    static ProbeBench in(Path folder, Path driver) {
        try {
            Path probe = executable(folder.resolve("gpu-probe"), GpuProbe.program());
            Path proc = folder.resolve("proc");
            Files.createDirectories(proc.resolve("driver/nvidia/gpus/0000:00:05.0"));
            Files.writeString(
                    proc.resolve("driver/nvidia/version"),
                    "NVRM version: NVIDIA UNIX x86_64 Kernel Module  580.126.16  Release Build\nGCC version: 12\n");
            Files.writeString(
                    proc.resolve("driver/nvidia/params"), "ResmanDebugLevel: 4294967295\nModifyDeviceFiles: 0\n");
            Files.writeString(
                    proc.resolve("devices"),
                    "Character devices:\n  1 mem\n195 nvidia\n511 nvidia-uvm\n\nBlock devices:\n259 nvidia-block\n");
            Path dev = Files.createDirectories(folder.resolve("dev"));
            for (String node : List.of("nvidiactl", "nvidia-uvm", "nvidia-uvm-tools", "nvidia0")) {
                Files.writeString(dev.resolve(node), "");
                Files.setPosixFilePermissions(dev.resolve(node), PosixFilePermissions.fromString("rw-rw-rw-"));
            }
            return new ProbeBench(probe, driver, proc, dev).knob("MEM_MIB", "16");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path executable(Path file, byte[] program) throws IOException {
        Files.write(file, program);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return file;
    }

    ProbeBench knob(String name, String value) {
        environment.put("NODESTART_SIM_" + name, value);
        return this;
    }

    ProbeBench variable(String name, String value) {
        environment.put(name, value);
        return this;
    }

    ProbeBench argument(String... more) {
        arguments.addAll(List.of(more));
        return this;
    }

    /** Folders before the driver's own on the library path. */
    ProbeBench before(Path folder) {
        return variable("LD_LIBRARY_PATH", folder + ":" + driver);
    }

    Path dev() {
        return dev;
    }

    Path driver() {
        return driver;
    }

    /** What it says, and the program's exit code with it. */
    ProbeRun run(ProbeLevel level) {
        Run run = raw(level);
        ProbeRun lines = ProbeRun.parse(run.out());
        if (lines.exit().isEmpty() || lines.exit().getAsInt() != run.code()) {
            throw new AssertionError("The last line says " + lines.exit() + ", the program " + run.code() + ": " + run);
        }
        return lines;
    }

    Run raw(ProbeLevel level) {
        environment.putIfAbsent("LD_LIBRARY_PATH", driver.toString());
        List<String> command = new ArrayList<>(List.of(
                probe.toString(),
                "--level",
                level.argument(),
                "--proc-root",
                proc.toString(),
                "--dev-root",
                dev.toString()));
        command.addAll(arguments);
        return Run.of(command, environment);
    }
}
