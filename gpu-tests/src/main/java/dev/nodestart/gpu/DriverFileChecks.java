package dev.nodestart.gpu;

import static dev.nodestart.gpu.GpuCheck.must;

import dev.nodestart.conformance.CheckRule;
import dev.nodestart.conformance.Finding;
import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.gpu.data.Version;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Driver files that an image must not hold, or not offer to the loader: seen without a GPU. */
final class DriverFileChecks {
    private static final String LIBCUDA = "libcuda.so.";

    private DriverFileChecks() {}

    static List<CheckRule> rules() {
        return List.of(
                must("G06", "The image holds no file of a GPU driver")
                        .tags("build")
                        .why(
                                "The driver is the node's. A copy in the image is found first, or makes the toolkit refuse to create the container. Shows as GPU-F05 and GPU-F06.")
                        .remedy(
                                "RUN apt-get purge -y '^libnvidia-.*' '^nvidia-(utils|compute-utils|driver).*' && rm -f /usr/bin/nvidia-smi\nInstall nvidia-opencl-dev and the like with --no-install-recommends; do not build in WSL with /usr/lib/wsl mounted.")
                        .source("BIOP-desktop#2; nvidia-container-toolkit#289, #176 (gpu.md §1.4 F5, F6; §4.2 G06)")
                        .judge(ImageCuda.judging(DriverFileChecks::baked)),
                must("G07", "No cuda-compat is put before a driver that is new enough")
                        .tags("build")
                        .needs(GpuCheck.PROBE, GpuCheck.PROFILE)
                        .why(
                                "cuda-compat holds an older libcuda. Before a newer driver it gives error 803, while nvidia-smi still works. Shows as GPU-F02 and GPU-F03.")
                        .remedy(
                                "RUN apt-get purge -y 'cuda-compat-*'\nor take /usr/local/cuda/compat out of LD_LIBRARY_PATH and /etc/ld.so.conf.d.")
                        .source(
                                "Databricks AI runtime, docker-images.md; NVIDIA forward compatibility (gpu.md §1.4 F2, F3; §4.2 G07)")
                        .judge(DriverFileChecks::compat),
                must("G08", "No stub library is on the search path")
                        .tags("build")
                        .why(
                                "The libcuda.so in stubs is for linking only: loaded at run time it answers every call with error 34. Shows as GPU-F04.")
                        .remedy(
                                "Take /usr/local/cuda/lib64/stubs out of ENV LD_LIBRARY_PATH and of /etc/ld.so.conf.d; pass it to the linker with -L.")
                        .source("CUDA driver API, CUDA_ERROR_STUB_LIBRARY (gpu.md §1.4 F4; §4.2 G08)")
                        .judge(ImageCuda.judging(DriverFileChecks::stubs)));
    }

    private static Finding baked(ImageCuda cuda) {
        List<String> files = cuda.bakedDriver();
        return files.isEmpty()
                ? Finding.pass("The image holds no file of a GPU driver.")
                : Finding.fail(
                        "The image holds files of a GPU driver, which must be the node's: " + shown(files) + ".",
                        files);
    }

    private static Finding stubs(ImageCuda cuda) {
        List<String> found = offered(cuda, ImageCuda::isStub);
        return found.isEmpty()
                ? Finding.pass("No stub library is on the search path.")
                : Finding.fail("Stub libraries are on the search path: " + shown(found) + ".", found);
    }

    private static Finding compat(Facts facts) {
        ImageCuda cuda = ImageCuda.of(facts);
        if (!cuda.isThere()) {
            return Finding.skipped(ImageCuda.NONE);
        }
        List<String> offered = offered(cuda, ImageCuda::isCompat);
        Optional<Version> compat = version(cuda);
        if (offered.isEmpty()) {
            return Finding.pass(
                    cuda.each("compat").isEmpty()
                            ? "The image has no cuda-compat."
                            : "cuda-compat is there and not on the search path: the toolkit takes it where it is needed.");
        }
        KnownDriver driver = KnownDriver.of(facts);
        String what = "cuda-compat"
                + compat.map(version -> " [" + version + "]").orElse("") + " is on the search path " + shown(offered);
        if (driver.version().isEmpty() || compat.isEmpty()) {
            return Finding.warn(
                    what
                            + ": before a driver that is as new it gives error 803. Which driver the image will meet is unknown.",
                    offered);
        }
        Finding finding = KnownDriver.covers(driver.version().get(), compat.get())
                ? Finding.fail(
                        what + ", and the driver [" + driver.version().get() + "] " + driver.origin()
                                + " is not older: error 803.",
                        offered)
                : Finding.warn(
                        what + ", which the older driver [" + driver.version().get() + "] " + driver.origin()
                                + " takes on data centre GPUs only.",
                        offered);
        return Device.labelled(finding, driver.simulated());
    }

    private static Optional<Version> version(ImageCuda cuda) {
        return cuda.each("compat").stream()
                .filter(row -> row.size() > 1)
                .map(row -> row.get(1))
                .flatMap(path -> Version.parse(path.substring(path.lastIndexOf(LIBCUDA) + LIBCUDA.length())).stream())
                .filter(version -> version.parts().size() > 1)
                .max(Version::compareTo);
    }

    private static List<String> offered(ImageCuda cuda, Predicate<String> kind) {
        return Stream.of(
                        cuda.searchPath().stream().filter(kind).map(folder -> "LD_LIBRARY_PATH " + folder),
                        cuda.configured().stream()
                                .filter(row -> kind.test(row.get(1)))
                                .map(row -> row.get(0) + " " + row.get(1)),
                        cuda.cache().stream()
                                .filter(line -> kind.test(line.substring(line.lastIndexOf("=> ") + 1)
                                        .strip()))
                                .map(line -> "ld.so.cache " + line.strip()))
                .flatMap(lines -> lines)
                .distinct()
                .toList();
    }

    private static String shown(List<String> files) {
        return files.size() > 4 ? files.subList(0, 3) + " and " + (files.size() - 3) + " more" : files.toString();
    }
}
