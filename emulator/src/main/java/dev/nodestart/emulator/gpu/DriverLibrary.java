package dev.nodestart.emulator.gpu;

import java.util.List;

/**
 * One library of the driver that CUDA needs.
 *
 * @param path the real file, such as {@code /usr/lib/x86_64-linux-gnu/libcuda.so.580.126.16}
 * @param names under which it is looked for: its own, its SONAME and its plain one
 */
public record DriverLibrary(String path, List<String> names) {
    public DriverLibrary {
        names = List.copyOf(names);
    }
}
