package dev.nodestart.gpu.probe;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The simulated libcuda, libnvidia-ml and libnvidia-ptxjitcompiler of {@code src/test/native}. Everything that comes from
 * it says so; it proves the logic of checks, never a GPU.
 */
public final class SimulatedDriver {

    /** The version that the libraries are named with where no other is asked for. */
    public static final String VERSION = "580.126.16";

    private SimulatedDriver() {}

    /**
     * Builds the libraries into a folder, which a test puts on the library path or binds into a container. The test is
     * left out, and says so, where no gcc for x86-64 Linux is there.
     */
    public static Path build(Path folder) {
        return build(folder, VERSION);
    }

    /** The same under the name of another driver version. */
    public static Path build(Path folder, String version) {
        assumeGcc();
        Run.of(
                        List.of("sh", Native.folder("test").resolve("build.sh").toString(), folder.toString(), version),
                        Map.of())
                .orThrow();
        return folder;
    }

    /** Sets knobs for whoever loads the libraries from that folder; the environment has the last word. */
    public static void set(Path folder, Map<String, String> knobs) {
        String lines = new TreeMap<>(knobs)
                .entrySet().stream()
                        .map(knob -> knob.getKey() + "=" + knob.getValue() + "\n")
                        .collect(Collectors.joining());
        try {
            Files.writeString(folder.resolve("simulated-driver.conf"), lines, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves the test out where nothing can be compiled for x86-64 Linux with glibc. */
    static void assumeGcc() {
        assumeTrue(
                System.getProperty("os.name").equals("Linux")
                        && System.getProperty("os.arch").equals("amd64"),
                "the simulated driver runs on x86-64 Linux alone");
        assumeTrue(onPath("gcc"), "there is no gcc on the PATH, so the simulated driver cannot be built");
    }

    static boolean onPath(String command) {
        return List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }
}
