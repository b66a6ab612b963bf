package dev.nodestart.gpu;

import static dev.nodestart.gpu.GpuCase.errs;
import static dev.nodestart.gpu.GpuCase.fails;
import static dev.nodestart.gpu.GpuCase.passes;
import static dev.nodestart.gpu.GpuCase.skips;
import static dev.nodestart.gpu.GpuCase.warns;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What is computed, by the probe and by frameworks, and whether it counts. */
final class ComputeCases {
    private static final GpuFacts H200 = GpuFacts.h200();
    private static final String VADD = "\"kernel\":\"vadd\",\"elements\":1048576,\"wrong\":0,\"first_wrong\":null";
    private static final String UUID = "GPU-51111111-0000-0000-0000-000000000000";

    private ComputeCases() {}

    static List<GpuCase> all() {
        return Stream.of(kernels(), frameworks(), proof()).flatMap(List::stream).toList();
    }

    private static GpuFacts torch(String part, String other) {
        return H200.changed(GpuCheck.FRAMEWORKS, part, other);
    }

    private static GpuFacts two() {
        return H200.line(
                        "{\"fact\":\"device\",\"stage\":\"cuda\",\"device\":1,\"name\":\"NVIDIA H200\",\"uuid\":\"GPU-6\",\"cc\":\"9.0\"}")
                .line(
                        "{\"fact\":\"peer\",\"stage\":\"peer\",\"device\":0,\"peer\":1,\"can\":true,\"method\":\"direct\",\"elements\":1024,\"wrong\":0}");
    }

    private static List<GpuCase> kernels() {
        return List.of(
                passes("G21", "all right", H200, "3 kernels ran on 1 device(s), every number right."),
                fails(
                        "G21",
                        "one number wrong",
                        H200.probe(VADD, "\"kernel\":\"vadd\",\"elements\":1048576,\"wrong\":1,\"first_wrong\":7"),
                        "The device computes wrongly: vadd on device 0: 1 of 1048576 numbers are wrong."),
                fails(
                        "G21",
                        "F11: no kernel image",
                        H200.line(
                                "{\"call\":\"cuModuleLoadDataEx\",\"stage\":\"compute\",\"device\":0,\"rc\":209,\"name\":\"CUDA_ERROR_NO_BINARY_FOR_GPU\",\"ms\":1.0}"),
                        "A kernel did not run: cuModuleLoadDataEx on device 0 gave 209 (CUDA_ERROR_NO_BINARY_FOR_GPU)."),
                fails(
                        "G21",
                        "a hang",
                        H200.line(
                                "{\"stage\":\"compute\",\"device\":0,\"ended\":\"timeout\",\"code\":null,\"signal\":null,\"ms\":30000.0}"),
                        "Computing did not come to its end on device 0 within 30 s."),
                fails("G21", "nothing computed", H200.noLine("vadd"), "Nothing was computed on device(s) [0]."),
                passes(
                        "G22",
                        "taken",
                        H200,
                        "The driver takes PTX [6.0, 8.4]; the newest that the image's toolkits write is 8.4."),
                warns(
                        "G22",
                        "F12: too new",
                        H200.probe(
                                "\"isa\":\"8.4\",\"target\":\"sm_50\",\"rc\":0,\"name\":\"CUDA_SUCCESS\"",
                                "\"isa\":\"8.4\",\"target\":\"sm_50\",\"rc\":222,\"name\":\"CUDA_ERROR_UNSUPPORTED_PTX_VERSION\""),
                        "The driver does not take PTX 8.4: 222 (CUDA_ERROR_UNSUPPORTED_PTX_VERSION)."),
                passes("G23", "kept", H200, "2048 MiB on each device kept every pattern."),
                fails(
                        "G23",
                        "bad memory",
                        H200.probe(
                                "\"pattern\":\"address\",\"errors\":0,\"first_bad\":null",
                                "\"pattern\":\"address\",\"errors\":3,\"first_bad\":4096"),
                        "The memory does not keep what is written to it: device 0, pattern address: 3 errors, the first at 4096."),
                passes(
                        "G24",
                        "fast",
                        H200,
                        "Copies run at [device 0 h2d 52 GB/s, device 0 d2h 51 GB/s, device 0 d2d 4280 GB/s, device 0 d2d_kernel 4010 GB/s, device 0 read 3900 GB/s, device 0 write 4100 GB/s]."),
                warns(
                        "G24",
                        "slow",
                        H200.probe("\"gbps\":4280.0", "\"gbps\":900.0"),
                        "Copies are slow: [device 0 d2d 900 GB/s, floor 2500]."),
                passes("G29", "two devices", two(), "1 pairs of devices copy to one another."),
                skips("G29", "one device", H200, "There is only one device."),
                fails(
                        "G29",
                        "F18: wrong data",
                        two().probe("\"elements\":1024,\"wrong\":0", "\"elements\":1024,\"wrong\":9"),
                        "A copy between devices is wrong: 0 to 1."),
                warns(
                        "G29",
                        "F18: staged",
                        two().probe("\"can\":true,\"method\":\"direct\"", "\"can\":false,\"method\":\"staged\""),
                        "Devices cannot reach one another's memory: [0 to 1]; copies go through the host."));
    }

    private static List<GpuCase> frameworks() {
        return List.of(
                passes(
                        "G26",
                        "works",
                        H200,
                        "torch [2.6.0+cu126] computes on the device: CUDA 12.6, cuDNN 90501, NCCL 2.21.5, CXX11 ABI true."),
                fails(
                        "G26",
                        "F11: no code for the device",
                        torch(", \"sm_90\"]", "]"),
                        "torch [2.6.0+cu126] has no kernel image for compute capability 9.0: it is built for [sm_50, sm_60, sm_70, sm_75, sm_80, sm_86]."),
                passes(
                        "G26",
                        "PTX for an older one",
                        torch("\"sm_86\", \"sm_90\"]", "\"compute_86\"]"),
                        "torch [2.6.0+cu126] computes on the device: CUDA 12.6, cuDNN 90501, NCCL 2.21.5, CXX11 ABI true."),
                fails(
                        "G26",
                        "F1: not available",
                        torch("\"available\": true", "\"available\": false"),
                        "torch [2.6.0+cu126] finds no GPU: torch.cuda.is_available() is False."),
                fails(
                        "G26",
                        "F20: another ABI",
                        torch("\"flash_attn\": \"ok\"", "\"flash_attn\": \"undefined symbol: _ZN3c105ErrorC2E\""),
                        "torch [2.6.0+cu126] works, and an extension built for another one does not: flash_attn: undefined symbol: _ZN3c105ErrorC2E."),
                fails(
                        "G26",
                        "wrong product",
                        torch("[3.0517578125e-05]", "[0.5]"),
                        "torch [2.6.0+cu126] multiplies matrices wrongly: largest difference 0.5."),
                fails(
                        "G26",
                        "F13: a library is missing",
                        H200.tried(
                                GpuCheck.FRAMEWORKS,
                                "{\"python\": \"3.11.0\", \"torch\": {\"error\": \"ImportError: libcudnn.so.9: cannot open shared object file\"}}"),
                        "torch does not work: ImportError: libcudnn.so.9: cannot open shared object file."),
                fails(
                        "G26",
                        "without CUDA",
                        torch("\"cuda\": \"12.6\"", "\"cuda\": null"),
                        "torch [2.6.0+cu126] is a build without CUDA."),
                skips(
                        "G26",
                        "no torch",
                        H200.tried(GpuCheck.FRAMEWORKS, "{\"python\": \"3.11.0\", \"torch\": null}"),
                        "The image's Python has no torch."),
                skips(
                        "G26",
                        "no Python",
                        H200.tried(GpuCheck.FRAMEWORKS, ""),
                        "The image's Python did not run, so no framework was asked."),
                passes("G27", "found", H200, "The device is found by [tensorflow [2.17.0], jax [0.4.30]]."),
                fails(
                        "G27",
                        "F13: not found",
                        torch("\"cudnn_built\": \"8\", \"devices\": 1", "\"cudnn_built\": \"8\", \"devices\": 0"),
                        "tensorflow [2.17.0] finds no GPU and would compute on the processor."),
                passes("G28", "one", H200, "NCCL added up over 1 device(s)."),
                warns(
                        "G28",
                        "F18: a hang",
                        torch("{\"world\": 1, \"sums\": [1.0]}", "{\"timeout\": 60}"),
                        "NCCL did not come to its end within 60 s."),
                warns(
                        "G28",
                        "a wrong sum",
                        torch("\"sums\": [1.0]", "\"sums\": [2.0]"),
                        "NCCL added up to [2.0] over 1 device(s), not to 1.0."));
    }

    private static List<GpuCase> proof() {
        String same = Objects.requireNonNull(H200.trials().get(GpuCheck.PROBE))
                .replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n");
        return List.of(
                passes(
                        "G03",
                        "the same",
                        H200.tried(GpuCheck.WAYS, "{\"ways\":[{\"way\":\"runtime\",\"probe\":\"" + same + "\"}]}"),
                        "The ways in [runtime] give the same devices [" + UUID + "]."),
                fails(
                        "G03",
                        "a stale specification",
                        H200.tried(
                                GpuCheck.WAYS,
                                "{\"ways\":[{\"way\":\"runtime\",\"probe\":\"" + same.replace(UUID, "GPU-9")
                                        + "\"},{\"way\":\"hook\",\"error\":\"refused\"}]}"),
                        "The ways in do not agree: here [" + UUID + "]; runtime: [GPU-9]; hook: refused."),
                skips(
                        "G03",
                        "one way",
                        H200,
                        "Only one way in was tried: [--gpu-ways all] tries every one that the engine offers."),
                passes(
                        "G34",
                        "real",
                        H200,
                        "Driver [580.126.16] computed on [" + UUID + "], and every number is right."),
                errs(
                        "G34",
                        "simulated",
                        H200.simulated(),
                        "SIMULATED: the driver is the simulated one of Nodestart's tests. No GPU was used."),
                fails(
                        "G34",
                        "simulated in the image",
                        GpuFacts.image().row("simulated\t/usr/lib/x86_64-linux-gnu/libcuda.so.580.126.16.fake"),
                        "The image holds Nodestart's simulated driver: [/usr/lib/x86_64-linux-gnu/libcuda.so.580.126.16.fake]. Nothing that runs on it runs on a GPU."),
                errs(
                        "G34",
                        "cut off",
                        H200.noLine("\"end\""),
                        "The probe did not come to its end, so nothing is proved."),
                errs(
                        "G34",
                        "no kernel",
                        H200.noLine("vadd"),
                        "Nothing is proved: not every device computed without an error."),
                errs("G34", "no UUID", H200.probe(UUID, ""), "Nothing is proved: no device gave its UUID."),
                skips("G34", "not asked", GpuFacts.image(), Device.NOT_ASKED));
    }
}
