package dev.nodestart.gpu;

import static dev.nodestart.gpu.GpuCase.errs;
import static dev.nodestart.gpu.GpuCase.fails;
import static dev.nodestart.gpu.GpuCase.passes;
import static dev.nodestart.gpu.GpuCase.skips;
import static dev.nodestart.gpu.GpuCase.warns;

import dev.nodestart.emulator.model.GpuWay;
import java.util.List;
import java.util.stream.Stream;

/** What the machine, the driver and the libraries show on a device. */
final class DeviceCases {
    private static final GpuFacts H200 = GpuFacts.h200();
    private static final String CUINIT =
            "{\"call\":\"cuInit\",\"stage\":\"cuda\",\"device\":null,\"rc\":0,\"name\":\"CUDA_SUCCESS\"";

    private DeviceCases() {}

    static List<GpuCase> all() {
        return Stream.of(machine(), libraries(), start(), devices())
                .flatMap(List::stream)
                .toList();
    }

    static GpuFacts cuInit(int code, String name) {
        return H200.probe(CUINIT, CUINIT.replace("\"rc\":0", "\"rc\":" + code).replace("CUDA_SUCCESS", name));
    }

    private static List<GpuCase> machine() {
        String meaning = "no way in: the engine has neither a runtime [nvidia] nor CDI.";
        return List.of(
                passes("G01", "CDI", H200, "The node got [all] by way of [cdi]."),
                warns(
                        "G01",
                        "by hand",
                        H200.given("all", GpuWay.EXPLICIT),
                        "The node got [all] by way of [explicit]. Nodes get it through the NVIDIA container toolkit."),
                skips("G01", "not asked", GpuFacts.image(), Device.NOT_ASKED),
                skips("G01", "not given", H200.notGiven(meaning), "No GPU was handed to the node: " + meaning),
                warns(
                        "G01",
                        "a simulated driver in the image",
                        H200.notGiven(meaning).simulated(),
                        "SIMULATED: The image holds a driver of its own; the machine handed nothing over. Nodes get it through the NVIDIA container toolkit."),
                passes("G02", "loaded", H200, "The driver [580.126.16] is loaded."),
                warns(
                        "G02",
                        "NVML alone knows it",
                        H200.probe("\"version\":\"580.126.16\",\"line\"", "\"version\":null,\"line\""),
                        "The driver says it is [580.126.16]; /proc/driver/nvidia/version, which the kernel's part writes, is not there."),
                warns(
                        "G02",
                        "CUDA starts, and NVML does not",
                        H200.probe("\"version\":\"580.126.16\",\"line\"", "\"version\":null,\"line\"")
                                .noLine("\"fact\":\"nvml\"")
                                .noLine("libnvidia-ml.so.1"),
                        "A driver answers, and nothing says its version."),
                errs(
                        "G02",
                        "none",
                        H200.tried(GpuCheck.PROBE, GpuFacts.resource("probe/no-library.jsonl")),
                        "Not the image, the machine: no driver is loaded, and NVML gives no version."),
                passes(
                        "G11",
                        "all there",
                        H200,
                        "The device nodes can be opened: [/dev/nvidiactl, /dev/nvidia-uvm, /dev/nvidia0]."),
                errs(
                        "G11",
                        "F7: no nvidia-uvm",
                        H200.probe(
                                "\"path\":\"/dev/nvidia-uvm\",\"uid\":0,\"exists\":true",
                                "\"path\":\"/dev/nvidia-uvm\",\"uid\":0,\"exists\":false"),
                        "Not the image, the machine: device nodes do not work: [/dev/nvidia-uvm is missing]."),
                passes("G12", "all may", H200, "Users other than root can open the device nodes."),
                warns(
                        "G12",
                        "F17: the mode is 0600",
                        H200.probe(
                                "\"path\":\"/dev/nvidia0\",\"uid\":1000,\"exists\":true,\"type\":\"char\",\"mode\":\"0666\",\"owner\":0,\"group\":0,\"major\":195,\"minor\":0,\"open\":0,\"error\":null",
                                "\"path\":\"/dev/nvidia0\",\"uid\":1000,\"exists\":true,\"type\":\"char\",\"mode\":\"0600\",\"owner\":0,\"group\":0,\"major\":195,\"minor\":0,\"open\":13,\"error\":\"EACCES\""),
                        "Users other than root cannot open 1 device node(s)."));
    }

    private static List<GpuCase> libraries() {
        return List.of(
                passes("G13", "loads", H200, "libcuda.so.1 is [/usr/lib/x86_64-linux-gnu/libcuda.so.580.126.16]."),
                fails(
                        "G13",
                        "F9: not there",
                        H200.tried(GpuCheck.PROBE, GpuFacts.resource("probe/no-library.jsonl")),
                        "libcuda.so.1 cannot be loaded: libcuda.so.1: cannot open shared object file: No such file or directory."),
                fails(
                        "G13",
                        "F21: musl",
                        H200.tried(
                                GpuCheck.PROBE,
                                "{\"fact\":\"loader\",\"stage\":\"harness\",\"path\":\"/lib64/ld-linux-x86-64.so.2\",\"exists\":false,\"musl\":true}\n"),
                        "The image has musl instead of glibc, and no NVIDIA library runs there."),
                errs(
                        "G13",
                        "nothing said",
                        H200.tried(GpuCheck.PROBE, "{\"probe\":\"nodestart\",\"format\":1}\n{\"fa"),
                        "The probe said nothing of libcuda.so.1."),
                errs(
                        "G13",
                        "no probe",
                        H200.tried(GpuCheck.PROBE, "{\"harness\":\"error\",\"message\":\"no base64\"}\n"),
                        "The probe did not run: no base64"),
                passes("G14", "the same", H200, "The driver's libraries are of its version [580.126.16]."),
                fails(
                        "G14",
                        "F5: an older NVML",
                        H200.probe(
                                "\"path\":\"/usr/lib/x86_64-linux-gnu/libnvidia-ml.so.580.126.16\",\"size\":24000,\"version\":\"580.126.16\"",
                                "\"path\":\"/usr/lib/x86_64-linux-gnu/libnvidia-ml.so.550.54.15\",\"size\":24000,\"version\":\"550.54.15\""),
                        "The driver is [580.126.16], and libraries of another version are loaded: [/usr/lib/x86_64-linux-gnu/libnvidia-ml.so.550.54.15]."),
                passes("G15", "one", H200, "libcuda.so.1 is one file: [libcuda.so.1 -> libcuda.so.580.126.16]."),
                warns(
                        "G15",
                        "F21: two versions",
                        H200.line(
                                "{\"fact\":\"candidate\",\"stage\":\"system\",\"library\":\"libcuda.so\",\"path\":\"/usr/lib64/libcuda.so.470.82.01\",\"target\":null,\"size\":9}"),
                        "libcuda is there in more than one version: [libcuda.so.470.82.01, libcuda.so.580.126.16]."),
                warns(
                        "G15",
                        "F21: twice in the cache",
                        H200.cached("libcuda.so.1 (libc6,x86-64) => /usr/local/nvidia/lib64/libcuda.so.1"),
                        "The loader's cache has libcuda.so.1 2 times."),
                passes(
                        "G25",
                        "what is there loads",
                        H200,
                        "The CUDA libraries of the image load: [libcudart.so.12 12040]."),
                fails(
                        "G25",
                        "F13: cuDNN lacks cuBLAS",
                        H200.probe(
                                "\"error\":\"libcudnn.so.9: cannot open shared object file",
                                "\"error\":\"libcublas.so.12: cannot open shared object file"),
                        "A CUDA library of the image does not load: libcublas.so.12: cannot open shared object file: No such file or directory."),
                skips(
                        "G25",
                        "the quick level",
                        H200.probe("\"level\":\"full\"", "\"level\":\"quick\""),
                        "Tried only with --gpu-level full."));
    }

    private static List<GpuCase> start() {
        return List.of(
                passes("G16", "starts", H200, "NVML sees 1 device, driver [580.126.16]."),
                fails(
                        "G16",
                        "F5: mismatch",
                        H200.probe(
                                "{\"call\":\"nvmlInit_v2\",\"stage\":\"nvml\",\"device\":null,\"rc\":0,\"name\":\"NVML_SUCCESS\"",
                                "{\"call\":\"nvmlInit_v2\",\"stage\":\"nvml\",\"device\":null,\"rc\":18,\"name\":\"NVML_ERROR_LIB_RM_VERSION_MISMATCH\""),
                        "NVML does not start: nvmlInit_v2 gave 18 (NVML_ERROR_LIB_RM_VERSION_MISMATCH)."),
                fails(
                        "G16",
                        "F8: not there",
                        H200.tried(GpuCheck.PROBE, GpuFacts.resource("probe/no-library.jsonl")),
                        "libnvidia-ml.so.1 cannot be loaded: libnvidia-ml.so.1: cannot open shared object file: No such file or directory."),
                fails(
                        "G16",
                        "a crash",
                        H200.line(
                                "{\"stage\":\"nvml\",\"device\":null,\"ended\":\"signal\",\"code\":null,\"signal\":\"SIGSEGV\",\"ms\":3.0}"),
                        "NVML was ended by SIGSEGV."),
                passes("G17", "starts", H200, "The CUDA driver started in 212 ms."),
                fails(
                        "G17",
                        "F2: mismatch by a library of the image",
                        cuInit(803, "CUDA_ERROR_SYSTEM_DRIVER_MISMATCH").noRows("mount"),
                        "The CUDA driver does not start: cuInit gave 803 (CUDA_ERROR_SYSTEM_DRIVER_MISMATCH)."),
                errs(
                        "G17",
                        "mismatch by the machine's own library",
                        cuInit(803, "CUDA_ERROR_SYSTEM_DRIVER_MISMATCH"),
                        "Not the image, the machine: The CUDA driver does not start: cuInit gave 803 (CUDA_ERROR_SYSTEM_DRIVER_MISMATCH)."),
                fails(
                        "G17",
                        "F3",
                        cuInit(804, "CUDA_ERROR_COMPAT_NOT_SUPPORTED_ON_DEVICE"),
                        "The CUDA driver does not start: cuInit gave 804 (CUDA_ERROR_COMPAT_NOT_SUPPORTED_ON_DEVICE)."),
                fails(
                        "G17",
                        "F4",
                        cuInit(34, "CUDA_ERROR_STUB_LIBRARY"),
                        "The CUDA driver does not start: cuInit gave 34 (CUDA_ERROR_STUB_LIBRARY)."),
                errs(
                        "G17",
                        "the fabric manager",
                        cuInit(802, "CUDA_ERROR_SYSTEM_NOT_READY"),
                        "Not the image, the machine: The CUDA driver does not start: cuInit gave 802 (CUDA_ERROR_SYSTEM_NOT_READY)."),
                errs(
                        "G17",
                        "no device",
                        cuInit(100, "CUDA_ERROR_NO_DEVICE"),
                        "Not the image, the machine: The CUDA driver does not start: cuInit gave 100 (CUDA_ERROR_NO_DEVICE)."),
                fails(
                        "G17",
                        "devices hidden by the image",
                        cuInit(100, "CUDA_ERROR_NO_DEVICE").env("CUDA_VISIBLE_DEVICES", "-1"),
                        "The CUDA driver does not start: cuInit gave 100 (CUDA_ERROR_NO_DEVICE)."),
                fails(
                        "G17",
                        "a hang",
                        H200.noLine("cuInit")
                                .line(
                                        "{\"stage\":\"cuda\",\"device\":null,\"ended\":\"timeout\",\"code\":null,\"signal\":null,\"ms\":30010.0}"),
                        "The CUDA driver did not come to its end within 30 s."),
                skips(
                        "G17",
                        "not loaded",
                        H200.tried(GpuCheck.PROBE, GpuFacts.resource("probe/no-library.jsonl")),
                        "libcuda.so.1 was not loaded, so it could not be started."));
    }

    private static List<GpuCase> devices() {
        return List.of(
                passes("G19", "one", H200, "CUDA sees 1 device."),
                fails(
                        "G19",
                        "F19: MIG",
                        H200.probe("\"driver_api\":13000,\"count\":1", "\"driver_api\":13000,\"count\":0")
                                .probe("\"mig_mode\":0", "\"mig_mode\":1"),
                        "CUDA sees no device: the GPU is in MIG mode, and no MIG device was named."),
                fails(
                        "G19",
                        "fewer than asked for",
                        H200.given("2", GpuWay.CDI),
                        "CUDA sees 1 device, and 2 were asked for."),
                fails(
                        "G19",
                        "NVML sees more",
                        H200.probe("\"cuda_driver\":13000,\"count\":1", "\"cuda_driver\":13000,\"count\":8"),
                        "CUDA sees 1 device and NVML 8."),
                passes(
                        "G20",
                        "a known one",
                        H200,
                        "The devices are [NVIDIA H200 (compute capability 9.0, 140 GiB, GPU-51111111-0000-0000-0000-000000000000)]."),
                warns(
                        "G20",
                        "another one",
                        H200.probe(
                                "\"name\":\"NVIDIA H200\",\"uuid\"", "\"name\":\"NVIDIA GeForce RTX 4090\",\"uuid\""),
                        "[NVIDIA GeForce RTX 4090 with compute capability 9.0] is not among the GPUs that Databricks offers."),
                fails(
                        "G20",
                        "prohibited",
                        H200.probe("\"compute_mode\":0,\"integrated\"", "\"compute_mode\":2,\"integrated\""),
                        "The compute mode of [NVIDIA H200] is Prohibited: no program may use it."),
                passes("G30", "64 MiB for one", H200, "/dev/shm has 64 MiB."),
                warns(
                        "G30",
                        "F16: 16 MiB",
                        H200.probe("\"bytes\":67108864", "\"bytes\":16777216"),
                        "/dev/shm has 16 MiB, and 1 device(s) want 64 MiB."),
                passes("G31", "still there", H200, "The device was still there at a second look."),
                errs(
                        "G31",
                        "F15: gone",
                        H200.changed(
                                GpuCheck.HOLD,
                                CUINIT,
                                CUINIT.replace("\"rc\":0", "\"rc\":999").replace("CUDA_SUCCESS", "CUDA_ERROR_UNKNOWN")),
                        "Not the image, the machine: the device is gone after a while: cuInit gave 999 (CUDA_ERROR_UNKNOWN)."),
                passes("G33", "ModifyDeviceFiles", H200, "The container toolkit left its mark: ModifyDeviceFiles: 0."),
                warns(
                        "G33",
                        "by hand",
                        H200.given("all", GpuWay.EXPLICIT)
                                .probe("\"modify_device_files\":0", "\"modify_device_files\":1"),
                        "The device was mapped by hand: the container toolkit had no part in it."));
    }
}
