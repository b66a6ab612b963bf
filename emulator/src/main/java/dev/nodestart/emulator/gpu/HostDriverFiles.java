package dev.nodestart.emulator.gpu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks at this machine's files for NVIDIA's driver. Runs nothing. */
public final class HostDriverFiles {
    private static final List<String> FOLDERS = List.of(
            "usr/lib/x86_64-linux-gnu",
            "usr/lib/x86_64-linux-gnu/nvidia/current",
            "usr/lib64",
            "usr/lib64/nvidia",
            "usr/local/nvidia/lib64",
            "usr/local/nvidia/lib",
            "opt/nvidia/lib64");
    private static final List<String> CONTROLS =
            List.of("nvidiactl", "nvidia-uvm", "nvidia-uvm-tools", "nvidia-modeset");
    private static final List<String> PROGRAMS =
            List.of("usr/bin/nvidia-smi", "usr/local/bin/nvidia-smi", "usr/local/nvidia/bin/nvidia-smi");

    /** What CUDA loads of a driver (gpu.md §6.4). */
    private static final Pattern LIBRARY = Pattern.compile(
            "lib(?:cuda|cudadebugger|nvidia-ml|nvidia-ptxjitcompiler|nvidia-nvvm(?:70)?|nvidia-gpucomp|nvidia-opencl|nvidia-cfg)"
                    + "\\.so\\.(\\d+\\.\\d+(?:\\.\\d+)?)");

    private static final Pattern VERSION = Pattern.compile("NVRM version:.*?\\s(\\d+\\.\\d+(?:\\.\\d+)?)\\s");
    private static final Pattern UUID = Pattern.compile("GPU UUID:\\s*(GPU-[0-9a-fA-F-]+)");
    private static final Pattern MINOR = Pattern.compile("Device Minor:\\s*(\\d+)");

    private final Path root;
    private final List<Path> folders;

    private HostDriverFiles(Path root, List<Path> folders) {
        this.root = root;
        this.folders = folders;
    }

    /**
     * What the machine has.
     *
     * @param root {@code /}, or where another machine's is seen
     * @param driver the folder with the driver's libraries, empty to look at the usual places
     */
    public static HostDriver read(Path root, Optional<Path> driver) {
        return new HostDriverFiles(
                        root,
                        driver.map(folder -> List.of(
                                        folder.toAbsolutePath().normalize(),
                                        folder.toAbsolutePath().normalize().resolve("lib64"),
                                        folder.toAbsolutePath().normalize().resolve("lib")))
                                .orElseGet(() ->
                                        FOLDERS.stream().map(root::resolve).toList()))
                .read();
    }

    private HostDriver read() {
        Optional<String> version = text(root.resolve("proc/driver/nvidia/version"))
                .map(VERSION::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1));
        List<String> devices = names(root.resolve("dev")).stream()
                .filter(name -> name.matches("nvidia\\d+"))
                .sorted(Comparator.comparingInt(name -> Integer.parseInt(name.substring("nvidia".length()))))
                .map(name -> "/dev/" + name)
                .toList();
        List<String> controls = new ArrayList<>();
        CONTROLS.stream()
                .filter(name -> Files.exists(root.resolve("dev").resolve(name)))
                .forEach(name -> controls.add("/dev/" + name));
        names(root.resolve("dev/nvidia-caps")).forEach(name -> controls.add("/dev/nvidia-caps/" + name));
        for (Path folder : folders) {
            List<DriverLibrary> libraries = libraries(folder, version);
            if (!libraries.isEmpty()) {
                return new HostDriver(
                        devices, controls, uuids(), version, folder.toString(), libraries, programs(folder));
            }
        }
        return new HostDriver(devices, controls, uuids(), version, "", List.of(), List.of());
    }

    /** Those of the loaded driver where its version is known, else of the newest that has a libcuda. */
    private static List<DriverLibrary> libraries(Path folder, Optional<String> loaded) {
        List<String> names = names(folder);
        TreeSet<String> versions = new TreeSet<>(Comparator.comparing(HostDriverFiles::padded));
        names.stream()
                .filter(name -> name.startsWith("libcuda.so."))
                .map(LIBRARY::matcher)
                .filter(Matcher::matches)
                .forEach(found -> versions.add(found.group(1)));
        if (versions.isEmpty()) {
            return List.of();
        }
        String version = loaded.filter(versions::contains).orElseGet(versions::last);
        return names.stream()
                .filter(name -> name.endsWith(".so." + version))
                .filter(name -> LIBRARY.matcher(name).matches())
                .map(name -> library(folder, name, names))
                .toList();
    }

    private static DriverLibrary library(Path folder, String name, List<String> names) {
        List<String> all = new ArrayList<>();
        all.add(name);
        String plain = name.substring(0, name.indexOf(".so.") + ".so".length());
        names.stream()
                .filter(other -> other.equals(plain) || other.startsWith(plain + "."))
                .filter(other -> !other.equals(name) && sameFile(folder.resolve(other), folder.resolve(name)))
                .forEach(all::add);
        // a folder that was copied without its links has the files alone
        if (!all.contains(plain + ".1") && !plain.contains("gpucomp") && !plain.contains("nvvm")) {
            all.add(plain + ".1");
        }
        return new DriverLibrary(folder.resolve(name).toString(), all);
    }

    private List<String> programs(Path folder) {
        Stream<Path> beside = Stream.of(folder.resolve("nvidia-smi"), folder.resolveSibling("bin/nvidia-smi"));
        return Stream.concat(beside, PROGRAMS.stream().map(root::resolve))
                .filter(Files::isRegularFile)
                .map(Path::toString)
                .limit(1)
                .toList();
    }

    private Map<String, String> uuids() {
        Map<String, String> found = new TreeMap<>();
        Path gpus = root.resolve("proc/driver/nvidia/gpus");
        for (String gpu : names(gpus)) {
            text(gpus.resolve(gpu).resolve("information")).ifPresent(information -> {
                Matcher uuid = UUID.matcher(information);
                Matcher minor = MINOR.matcher(information);
                if (uuid.find() && minor.find()) {
                    found.put(uuid.group(1), "/dev/nvidia" + minor.group(1));
                }
            });
        }
        return found;
    }

    private static String padded(String version) {
        StringBuilder padded = new StringBuilder();
        for (String part : version.split("\\.", -1)) {
            padded.append("0".repeat(Math.max(0, 6 - part.length()))).append(part);
        }
        return padded.toString();
    }

    private static boolean sameFile(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException dangling) {
            return false;
        }
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        } catch (IOException absent) {
            return List.of();
        }
    }

    private static Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException absent) {
            return Optional.empty();
        }
    }
}
