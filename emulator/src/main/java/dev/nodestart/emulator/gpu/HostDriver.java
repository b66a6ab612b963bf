package dev.nodestart.emulator.gpu;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a machine has of NVIDIA's driver, as far as files tell.
 *
 * @param devices nodes of GPUs, such as {@code /dev/nvidia0}, by number
 * @param controls nodes that every CUDA program needs, such as {@code /dev/nvidiactl} and {@code /dev/nvidia-uvm}
 * @param uuids the node of each GPU that the kernel driver names, by UUID
 * @param version of the kernel driver, empty where none is loaded
 * @param folder where the libraries are, empty where there are none
 * @param libraries those that CUDA needs
 * @param programs such as {@code /usr/bin/nvidia-smi}
 */
public record HostDriver(
        List<String> devices,
        List<String> controls,
        Map<String, String> uuids,
        Optional<String> version,
        String folder,
        List<DriverLibrary> libraries,
        List<String> programs) {
    /** A machine without a GPU, or one whose files cannot be seen. */
    public static final HostDriver NOTHING =
            new HostDriver(List.of(), List.of(), Map.of(), Optional.empty(), "", List.of(), List.of());

    public HostDriver {
        devices = List.copyOf(devices);
        controls = List.copyOf(controls);
        uuids = Map.copyOf(uuids);
        libraries = List.copyOf(libraries);
        programs = List.copyOf(programs);
    }

    /** Whether the library is here that every CUDA program loads. */
    public boolean hasCuda() {
        return libraries.stream().anyMatch(library -> library.names().contains("libcuda.so.1"));
    }
}
