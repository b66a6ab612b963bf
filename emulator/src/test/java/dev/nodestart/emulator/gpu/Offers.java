package dev.nodestart.emulator.gpu;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Hosts for tests. */
final class Offers {
    static final HostDriver TWO_GPUS = new HostDriver(
            List.of("/dev/nvidia0", "/dev/nvidia1"),
            List.of("/dev/nvidiactl", "/dev/nvidia-uvm"),
            Map.of("GPU-aa", "/dev/nvidia1"),
            Optional.of("580.126.16"),
            "/usr/lib/x86_64-linux-gnu",
            List.of(new DriverLibrary(
                    "/usr/lib/x86_64-linux-gnu/libcuda.so.580.126.16",
                    List.of("libcuda.so.580.126.16", "libcuda.so.1"))),
            List.of("/usr/bin/nvidia-smi"));

    private Offers() {}

    /** Docker 20.10 without anything of NVIDIA's. */
    static GpuOffer nothing() {
        return new GpuOffer("20.10.24", true, List.of(), List.of(), Optional.empty(), HostDriver.NOTHING);
    }

    static GpuOffer explicit() {
        return new GpuOffer("20.10.24", true, List.of(), List.of(), Optional.empty(), TWO_GPUS);
    }

    static GpuOffer cdi(String... names) {
        return new GpuOffer(
                "28.5.2", true, List.of(), List.of("/etc/cdi"), Optional.of(List.of(names)), HostDriver.NOTHING);
    }

    static GpuOffer everything() {
        return new GpuOffer(
                "29.3.0",
                true,
                List.of("nvidia"),
                List.of("/etc/cdi"),
                Optional.of(List.of("nvidia.com/gpu=0", "nvidia.com/gpu=1", "nvidia.com/gpu=all")),
                TWO_GPUS);
    }
}
