package dev.nodestart.gpu;

import static dev.nodestart.gpu.GpuCase.fails;
import static dev.nodestart.gpu.GpuCase.passes;
import static dev.nodestart.gpu.GpuCase.skips;
import static dev.nodestart.gpu.GpuCase.warns;

import java.util.List;
import java.util.stream.Stream;

/** What the image alone shows. */
final class ImageCases {
    private static final GpuFacts IMAGE = GpuFacts.image();
    private static final GpuFacts NO_COMPAT = IMAGE.noRows("compat");
    private static final String UNKNOWN =
            "Which driver the image will meet is unknown: nobody has published the driver of dbr-15.4-aws.";
    private static final String DRIVER_FILE = "driver\t/usr/lib/x86_64-linux-gnu/libcuda.so.550.54.15\t"
            + "/usr/lib/x86_64-linux-gnu/libcuda.so.550.54.15";

    private ImageCases() {}

    static List<GpuCase> all() {
        return Stream.of(environment(), files(), toolkits())
                .flatMap(List::stream)
                .toList();
    }

    private static List<GpuCase> environment() {
        return List.of(
                passes(
                        "G04",
                        "a new driver",
                        IMAGE.driver("580.126.16"),
                        "What the image requires holds on the driver [580.126.16] of profile test."),
                passes(
                        "G04",
                        "nothing required",
                        IMAGE.without("NVIDIA_REQUIRE_CUDA").without("CUDA_VERSION"),
                        "The image requires no driver."),
                fails(
                        "G04",
                        "F1: an old driver",
                        IMAGE.env("NVIDIA_REQUIRE_CUDA", "cuda>=12.4").driver("535.161.07"),
                        "The image requires [cuda>=12.4], which the driver [535.161.07] of profile test does not meet."),
                fails(
                        "G04",
                        "an odd word",
                        IMAGE.env("NVIDIA_REQUIRE_CUDA", "cuda=>12"),
                        "NVIDIA_REQUIRE_CUDA has a word that the toolkit cannot read: [cuda=>12]."),
                warns(
                        "G04",
                        "switched off",
                        IMAGE.env("NVIDIA_DISABLE_REQUIRE", "true"),
                        "The image has its requirements switched off: NVIDIA_DISABLE_REQUIRE."),
                warns(
                        "G04",
                        "depends on the brand",
                        IMAGE.driver("470.82.01"),
                        "Whether what the image requires holds on the driver [470.82.01] of profile test depends on the GPU's brand."),
                skips("G04", "an unknown driver", IMAGE, UNKNOWN),
                passes(
                        "G04",
                        "a simulated driver",
                        GpuFacts.h200().simulated(),
                        "SIMULATED: What the image requires holds on the driver [580.126.16] of this machine."),
                skips("G04", "no CUDA", GpuFacts.plain(), ImageCuda.NONE),
                passes("G05", "as CUDA's own images", IMAGE, "The image's NVIDIA variables let a GPU in."),
                passes(
                        "G05",
                        "all capabilities",
                        IMAGE.env("NVIDIA_DRIVER_CAPABILITIES", "all"),
                        "The image's NVIDIA variables let a GPU in."),
                passes(
                        "G05",
                        "an image of the old kind",
                        IMAGE.without("NVIDIA_REQUIRE_CUDA").without("NVIDIA_VISIBLE_DEVICES"),
                        "The image's NVIDIA variables let a GPU in."),
                fails(
                        "G05",
                        "F10: void",
                        IMAGE.env("NVIDIA_VISIBLE_DEVICES", "void"),
                        "The image's NVIDIA_VISIBLE_DEVICES is [void], so the NVIDIA runtime gives it no GPU."),
                fails(
                        "G05",
                        "one device by number",
                        IMAGE.env("NVIDIA_VISIBLE_DEVICES", "1"),
                        "The image's NVIDIA_VISIBLE_DEVICES is [1], so the NVIDIA runtime gives it these only."),
                fails(
                        "G05",
                        "F9: no compute",
                        IMAGE.env("NVIDIA_DRIVER_CAPABILITIES", "utility,video"),
                        "The image's NVIDIA_DRIVER_CAPABILITIES lacks [compute]: libcuda is left out."),
                fails(
                        "G05",
                        "F8: no utility",
                        IMAGE.env("NVIDIA_DRIVER_CAPABILITIES", "compute"),
                        "The image's NVIDIA_DRIVER_CAPABILITIES lacks [utility]: nvidia-smi is left out."),
                fails(
                        "G05",
                        "CUDA_VISIBLE_DEVICES",
                        IMAGE.env("CUDA_VISIBLE_DEVICES", "-1"),
                        "The image sets CUDA_VISIBLE_DEVICES [-1], which hides devices of nodes that it does not know."),
                warns(
                        "G05",
                        "F10: not set",
                        IMAGE.without("NVIDIA_VISIBLE_DEVICES"),
                        "The image does not set NVIDIA_VISIBLE_DEVICES: a container of the NVIDIA runtime then gets no GPU."),
                passes("G09", "neither", IMAGE, "The image sets neither LD_PRELOAD nor LD_AUDIT."),
                warns(
                        "G09",
                        "F25: preload",
                        IMAGE.env("LD_PRELOAD", "/opt/x.so"),
                        "The image sets a library that every program loads first: [LD_PRELOAD=/opt/x.so]."));
    }

    private static List<GpuCase> files() {
        return List.of(
                passes("G06", "none", IMAGE, "The image holds no file of a GPU driver."),
                passes(
                        "G06",
                        "mounted from the machine",
                        IMAGE.row("driver\t/usr/lib/x86_64-linux-gnu/libcuda.so.1\t"
                                + "/usr/lib/x86_64-linux-gnu/libcuda.so.580.126.16"),
                        "The image holds no file of a GPU driver."),
                fails(
                        "G06",
                        "F6: baked in",
                        IMAGE.row(DRIVER_FILE),
                        "The image holds files of a GPU driver, which must be the node's: [/usr/lib/x86_64-linux-gnu/libcuda.so.550.54.15]."),
                skips("G06", "no CUDA", GpuFacts.plain(), ImageCuda.NONE),
                passes(
                        "G07",
                        "not on the search path",
                        IMAGE,
                        "cuda-compat is there and not on the search path: the toolkit takes it where it is needed."),
                passes("G07", "not there", NO_COMPAT, "The image has no cuda-compat."),
                fails(
                        "G07",
                        "F2: before a newer driver",
                        IMAGE.row("search\t/usr/local/cuda/compat").driver("580.126.16"),
                        "cuda-compat [550.54.15] is on the search path [LD_LIBRARY_PATH /usr/local/cuda/compat], and the driver [580.126.16] of profile test is not older: error 803."),
                warns(
                        "G07",
                        "F3: before an older driver",
                        IMAGE.row("conf\t/etc/ld.so.conf.d/00-compat.conf\t/usr/local/cuda-12.4/compat")
                                .driver("535.161.07"),
                        "cuda-compat [550.54.15] is on the search path [/etc/ld.so.conf.d/00-compat.conf /usr/local/cuda-12.4/compat], which the older driver [535.161.07] of profile test takes on data centre GPUs only."),
                warns(
                        "G07",
                        "before an unknown driver",
                        IMAGE.row("search\t/usr/local/cuda/compat"),
                        "cuda-compat [550.54.15] is on the search path [LD_LIBRARY_PATH /usr/local/cuda/compat]: before a driver that is as new it gives error 803. Which driver the image will meet is unknown."),
                passes("G08", "none", IMAGE, "No stub library is on the search path."),
                fails(
                        "G08",
                        "F4: LD_LIBRARY_PATH",
                        IMAGE.row("search\t/usr/local/cuda/lib64/stubs"),
                        "Stub libraries are on the search path: [LD_LIBRARY_PATH /usr/local/cuda/lib64/stubs]."),
                fails(
                        "G08",
                        "F4: the cache",
                        IMAGE.cached("libcuda.so.1 (libc6,x86-64) => /usr/local/cuda/lib64/stubs/libcuda.so.1"),
                        "Stub libraries are on the search path: [ld.so.cache libcuda.so.1 (libc6,x86-64) => /usr/local/cuda/lib64/stubs/libcuda.so.1]."));
    }

    private static List<GpuCase> toolkits() {
        return List.of(
                passes("G10", "one version", IMAGE, "CUDA of the system is [12.4]."),
                fails(
                        "G10",
                        "F14: a link to nothing",
                        IMAGE.noRows("link").row("link\t/usr/local/cuda\t/usr/local/cuda-11.8\tdangling"),
                        "/usr/local/cuda leads to [/usr/local/cuda-11.8], which is not there."),
                warns(
                        "G10",
                        "two versions",
                        IMAGE.row("toolkit\t/usr/local/cuda-11.8\t/usr/local/cuda-11.8\t11.8.0"),
                        "CUDA is in the image in more than one version: [11.8, 12.4]."),
                passes(
                        "G18",
                        "the toolkit's own driver",
                        NO_COMPAT.driver("550.54.15"),
                        "The CUDA in the image runs on the driver [550.54.15] of profile test."),
                warns(
                        "G18",
                        "F12: an older driver of the family",
                        NO_COMPAT.driver("535.161.07"),
                        "The CUDA in the image runs on the driver [535.161.07] of profile test, but PTX of that toolkit does not: CUDA 12.4.1 (ENV CUDA_VERSION) wants driver 550.54.15."),
                fails(
                        "G18",
                        "F1: a driver of an older family",
                        NO_COMPAT.driver("470.82.01"),
                        "The CUDA in the image needs a newer driver than the driver [470.82.01] of profile test: CUDA 12.4.1 (ENV CUDA_VERSION) wants driver 525.60.13."),
                fails(
                        "G18",
                        "F1: torch of a newer family",
                        NO_COMPAT
                                .row("python\ttorch\t/databricks/python3/lib/python3.11/site-packages\t13.0")
                                .driver("550.54.15"),
                        "The CUDA in the image needs a newer driver than the driver [550.54.15] of profile test: CUDA 13.0 (torch in /databricks/python3/lib/python3.11/site-packages) wants driver 580.65.06."),
                warns(
                        "G18",
                        "bridged by cuda-compat",
                        IMAGE.driver("470.82.01"),
                        "The CUDA in the image is newer than the driver [470.82.01] of profile test; cuda-compat bridges that on data centre GPUs only."),
                skips("G18", "an unknown driver", IMAGE, UNKNOWN));
    }
}
