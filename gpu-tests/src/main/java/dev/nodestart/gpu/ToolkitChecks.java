package dev.nodestart.gpu;

import static dev.nodestart.gpu.GpuCheck.must;

import dev.nodestart.conformance.CheckRule;
import dev.nodestart.conformance.Finding;
import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.gpu.ImageCuda.Built;
import dev.nodestart.gpu.data.CudaTables;
import dev.nodestart.gpu.data.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The CUDA toolkits in an image, and the driver that they will meet. */
final class ToolkitChecks {
    private final Supplier<CudaTables> tables;

    ToolkitChecks(Supplier<CudaTables> tables) {
        this.tables = tables;
    }

    List<CheckRule> rules() {
        return List.of(
                must("G10", "/usr/local/cuda leads somewhere, and CUDA is there in one version")
                        .tags("build")
                        .why(
                                "Programs and build scripts look under /usr/local/cuda. A link to nothing breaks them; two versions side by side load what nobody expects. Shows as GPU-F14.")
                        .remedy("RUN ln -sfn /usr/local/cuda-12.4 /usr/local/cuda")
                        .source("NVIDIA CUDA images (gpu.md §1.4 F14; §4.2 G10)")
                        .judge(ImageCuda.judging(ToolkitChecks::link)),
                must("G18", "The driver is new enough for the CUDA in the image")
                        .needs(GpuCheck.PROBE, GpuCheck.PROFILE)
                        .why(
                                "A CUDA of a newer family than the driver's fails with error 35. Within a family it runs, but PTX of the newer toolkit does not. Shows as GPU-F01 and GPU-F12.")
                        .remedy(
                                "FROM nvidia/cuda:11.8.0-cudnn8-runtime-ubuntu22.04   # or another CUDA that the driver runs\nor take nodes with a newer driver; on data centre GPUs cuda-compat bridges an older one.")
                        .source("NVIDIA CUDA compatibility, minor version compatibility (gpu.md §3.1; §4.2 G18)")
                        .judge(this::driver));
    }

    private static Finding link(ImageCuda cuda) {
        for (List<String> link : cuda.each("link")) {
            if (link.size() > 2 && link.get(2).equals("dangling")) {
                return Finding.fail(
                        link.get(0) + " leads to [" + link.get(1) + "], which is not there.",
                        List.of(link.get(0) + " -> " + link.get(1)));
            }
        }
        List<Version> versions = cuda.systemVersions();
        if (versions.size() > 1) {
            return Finding.warn(
                    "CUDA is in the image in more than one version: " + versions + ".",
                    cuda.built().stream()
                            .map(built -> built.cuda() + "  " + built.where())
                            .toList());
        }
        return Finding.pass(
                versions.isEmpty()
                        ? "The image has no CUDA toolkit of the system."
                        : "CUDA of the system is [" + versions.get(0) + "].");
    }

    private Finding driver(Facts facts) {
        ImageCuda cuda = ImageCuda.of(facts);
        if (!cuda.isThere()) {
            return Finding.skipped(ImageCuda.NONE);
        }
        List<Built> built = cuda.built();
        if (built.isEmpty()) {
            return Finding.pass("Nothing in the image says which CUDA it was built with.");
        }
        KnownDriver driver = KnownDriver.of(facts);
        return driver.version()
                .map(version -> Device.labelled(compared(cuda, version, driver.origin()), driver.simulated()))
                .orElseGet(driver::skipped);
    }

    private Finding compared(ImageCuda cuda, Version driver, String origin) {
        List<String> tooNew = new ArrayList<>();
        List<String> newer = new ArrayList<>();
        for (Built built : cuda.built()) {
            boolean runs = tables.get()
                    .family(built.cuda())
                    .map(row -> KnownDriver.covers(driver, row.driver()))
                    .orElse(true);
            boolean whole = tables.get()
                    .ownDriver(built.cuda())
                    .map(row -> KnownDriver.covers(driver, row.driver()))
                    .orElse(true);
            if (!runs) {
                tooNew.add(line(
                        built, tables.get().family(built.cuda()).orElseThrow().driver()));
            } else if (!whole) {
                newer.add(line(
                        built,
                        tables.get().ownDriver(built.cuda()).orElseThrow().driver()));
            }
        }
        String on = "the driver [" + driver + "] " + origin;
        if (!tooNew.isEmpty()) {
            // forward compatibility: the newer libcuda comes with the image (gpu.md §3.2)
            return cuda.each("compat").isEmpty()
                    ? Finding.fail(
                            "The CUDA in the image needs a newer driver than " + on + ": " + tooNew.get(0) + ".",
                            tooNew)
                    : Finding.warn(
                            "The CUDA in the image is newer than " + on
                                    + "; cuda-compat bridges that on data centre GPUs only.",
                            tooNew);
        }
        return newer.isEmpty()
                ? Finding.pass("The CUDA in the image runs on " + on + ".")
                : Finding.warn(
                        "The CUDA in the image runs on " + on + ", but PTX of that toolkit does not: " + newer.get(0)
                                + ".",
                        newer);
    }

    private static String line(Built built, Version driver) {
        return "CUDA " + built.cuda() + " (" + built.where() + ") wants driver " + driver;
    }
}
