package dev.nodestart.emulator.gpu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a machine has of NVIDIA's container toolkit, as far as files tell.
 *
 * @param command path of {@code nvidia-ctk}, empty where it is not there
 * @param cdiSpecs CDI specifications that may name NVIDIA devices
 */
public record HostToolkit(Optional<String> command, List<String> cdiSpecs) {
    /** A machine without it. */
    public static final HostToolkit NOTHING = new HostToolkit(Optional.empty(), List.of());

    private static final List<String> FOLDERS = List.of("usr/bin", "usr/local/bin", "usr/local/nvidia/toolkit");

    /** Where the engine looks for CDI specifications (gpu.md §2.2). */
    private static final List<String> CDI_FOLDERS = List.of("etc/cdi", "var/run/cdi");

    public HostToolkit {
        cdiSpecs = List.copyOf(cdiSpecs);
    }

    /**
     * Looks at a machine's files. Runs nothing.
     *
     * @param root {@code /}, or where another machine's is seen
     */
    public static HostToolkit read(Path root) {
        return new HostToolkit(
                FOLDERS.stream()
                        .map(folder -> folder + "/nvidia-ctk")
                        .filter(path -> Files.exists(root.resolve(path), LinkOption.NOFOLLOW_LINKS))
                        .map(path -> "/" + path)
                        .findFirst(),
                CDI_FOLDERS.stream().flatMap(folder -> specs(root, folder)).toList());
    }

    private static Stream<String> specs(Path root, String folder) {
        try (Stream<Path> entries = Files.list(root.resolve(folder))) {
            return entries
                    .filter(file -> file.toString().matches(".*\\.(yaml|yml|json)"))
                    .filter(HostToolkit::namesGpus)
                    .map(file -> "/" + folder + "/" + file.getFileName())
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException absent) {
            return Stream.empty();
        }
    }

    private static boolean namesGpus(Path file) {
        try {
            return Files.readString(file).contains("nvidia.com/gpu");
        } catch (IOException unreadable) {
            return false;
        }
    }
}
