package dev.nodestart.gpu;

import static dev.nodestart.gpu.GpuCheck.must;
import static dev.nodestart.gpu.GpuCheck.should;

import dev.nodestart.conformance.CheckRule;
import dev.nodestart.conformance.Finding;
import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.gpu.data.Version;
import dev.nodestart.gpu.probe.ProbeFact;
import dev.nodestart.gpu.probe.ProbeRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which libraries the loader really gives a program. */
final class LibraryChecks {
    private LibraryChecks() {}

    static List<CheckRule> rules() {
        return List.of(
                must("G13", "The loader finds libcuda.so.1")
                        .needs(GpuCheck.PROBE)
                        .why(
                                "Every CUDA program opens it by this name. Shows as GPU-F09 and GPU-F21; images with musl instead of glibc can never load it.")
                        .remedy(
                                "ENV NVIDIA_DRIVER_CAPABILITIES=compute,utility\nand a base image with glibc and /etc/ld.so.conf, such as Ubuntu 22.04.")
                        .source("nvidia-container-toolkit, image/capabilities.go (gpu.md §1.4 F9, F21; §4.2 G13)")
                        .judge(Device.judging(LibraryChecks::loads)),
                must("G14", "The driver's libraries are of the driver's own version")
                        .needs(GpuCheck.PROBE)
                        .why(
                                "Libraries of another version than the kernel's part cannot talk to it. Shows as GPU-F02 and GPU-F05.")
                        .remedy(
                                "Remove what GPU-G06 and GPU-G07 name from the image: the driver's libraries come from the node.")
                        .source("libnvidia-container#266, #213 (gpu.md §1.4 F2, F5; §4.2 G14)")
                        .judge(Device.judging(LibraryChecks::versions)),
                should("G15", "libcuda.so.1 is one file, found in one way")
                        .needs(GpuCheck.PROBE)
                        .why(
                                "Two drivers on the search path, or a broken chain of links, give one program another driver than the next. Shows as GPU-F05 and GPU-F21.")
                        .remedy("Remove driver files from the image, and run ldconfig in no init script.")
                        .source("nvidia-container-toolkit, tests/e2e (gpu.md §1.4 F5, F21; §4.2 G15)")
                        .judge(LibraryChecks::chain),
                must("G25", "The CUDA libraries of the image load")
                        .needs(GpuCheck.PROBE)
                        .why(
                                "The node brings the driver only: cudart, cuBLAS, cuDNN and NCCL must be in the image, with what they need. Shows as GPU-F13.")
                        .remedy(
                                "RUN apt-get update && apt-get install -y --no-install-recommends libcublas-12-4 libcudnn9-cuda-12 libnccl2\nor the wheels nvidia-cublas-cu12 nvidia-cudnn-cu12 nvidia-nccl-cu12.")
                        .source("CoreWeave documentation on CUDA libraries in images (gpu.md §1.4 F13; §4.2 G25)")
                        .judge(Device.judgingFull(LibraryChecks::frameworks)));
    }

    private static Finding loads(ProbeRun run) {
        boolean musl = run.facts("loader").stream().anyMatch(line -> line.flag("musl"));
        if (musl) {
            return Finding.fail(
                    "The image has musl instead of glibc, and no NVIDIA library runs there.",
                    List.of("no /lib64/ld-linux-x86-64.so.2"));
        }
        Optional<ProbeFact> library = run.library("libcuda.so.1");
        if (library.isEmpty()) {
            return Device.cut(run, "cuda")
                    .map(how -> Finding.fail("Loading libcuda.so.1 " + how + ".", List.of()))
                    .orElseGet(() -> Finding.error("The probe said nothing of libcuda.so.1.", List.of()));
        }
        String path = library.get().shown("path");
        return library.get().flag("loaded")
                ? Finding.pass("libcuda.so.1 is [" + path + "].")
                : Finding.fail(
                        "libcuda.so.1 cannot be loaded: " + library.get().shown("error") + ".",
                        List.of(library.get().shown("error")));
    }

    private static Finding versions(ProbeRun run) {
        Optional<Version> kernel = Device.driver(run);
        if (kernel.isEmpty()) {
            return Finding.skipped("The driver's own version is not known.");
        }
        List<String> other = new ArrayList<>();
        List<String> same = new ArrayList<>();
        for (ProbeFact library : run.facts("library")) {
            Optional<Version> version = Version.parse(library.shown("version"));
            if (version.isPresent() && version.get().parts().size() > 1) {
                String line = library.shown("path");
                (version.get().equals(kernel.get()) ? same : other).add(line);
            }
        }
        if (!other.isEmpty()) {
            return Finding.fail(
                    "The driver is [" + kernel.get() + "], and libraries of another version are loaded: " + other + ".",
                    other);
        }
        return same.isEmpty()
                ? Finding.skipped("No library of the driver says its version in its name.")
                : Finding.pass("The driver's libraries are of its version [" + kernel.get() + "].");
    }

    private static Finding chain(Facts facts) {
        List<String> cache = facts.asked("gpu.cache").map(answer -> answer.lines()).orElse(List.of()).stream()
                .map(String::strip)
                .filter(line -> line.startsWith("libcuda.so.1 "))
                .distinct()
                .toList();
        return Device.judging(run -> {
                    Map<String, List<String>> found = run.facts("candidate").stream()
                            .filter(line -> line.shown("library").startsWith("libcuda.so"))
                            .map(line -> line.shown("path"))
                            .filter(path -> !ImageCuda.isStub(path) && !ImageCuda.isCompat(path))
                            .filter(path -> path.matches(".*/libcuda\\.so\\.\\d+\\.\\d.*"))
                            .collect(Collectors.groupingBy(path -> path.substring(path.lastIndexOf('/') + 1)));
                    if (found.size() > 1) {
                        return Finding.fail(
                                "libcuda is there in more than one version: "
                                        + found.keySet().stream().sorted().toList() + ".",
                                found.values().stream()
                                        .flatMap(List::stream)
                                        .sorted()
                                        .toList());
                    }
                    if (cache.size() > 1) {
                        return Finding.fail("The loader's cache has libcuda.so.1 " + cache.size() + " times.", cache);
                    }
                    String chain = run.library("libcuda.so.1")
                            .flatMap(line -> line.texts("chain").stream().findFirst())
                            .orElse("");
                    return Finding.pass(
                            chain.isEmpty()
                                    ? "libcuda.so.1 is one file."
                                    : "libcuda.so.1 is one file: [" + chain + "].");
                })
                .apply(facts);
    }

    private static Finding frameworks(ProbeRun run) {
        List<ProbeFact> asked = run.facts("framework");
        List<String> loaded = asked.stream()
                .filter(line -> line.flag("loaded"))
                .map(line -> line.shown("library")
                        + line.text("version").map(version -> " " + version).orElse(""))
                .toList();
        // a library that is nowhere is not claimed by the image; one that is there and does not load is broken
        List<String> broken = asked.stream()
                .filter(line -> !line.flag("loaded"))
                .map(line -> line.shown("error"))
                .filter(error -> !error.isEmpty() && !isNowhere(error, asked))
                .toList();
        if (!broken.isEmpty()) {
            return Finding.fail("A CUDA library of the image does not load: " + broken.get(0) + ".", broken);
        }
        return loaded.isEmpty()
                ? Finding.skipped("The image has no CUDA library on the search path.")
                : Finding.pass("The CUDA libraries of the image load: " + loaded + ".");
    }

    /** The loader names the file that it did not find: the library itself, or one that it needs. */
    private static boolean isNowhere(String error, List<ProbeFact> asked) {
        return asked.stream()
                .map(line -> line.shown("library"))
                .anyMatch(name -> error.startsWith(name + ": cannot open shared object file"));
    }
}
