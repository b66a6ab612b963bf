package dev.nodestart.gpu;

import static dev.nodestart.gpu.GpuCheck.must;
import static dev.nodestart.gpu.GpuCheck.should;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nodestart.conformance.CheckRule;
import dev.nodestart.conformance.Finding;
import dev.nodestart.gpu.data.Version;
import dev.nodestart.gpu.probe.ProbeFact;
import dev.nodestart.gpu.probe.ProbeRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the frameworks of the image's own Python do on the device. */
final class FrameworkChecks {
    /** A product of two 256×256 matrices of numbers below 1, in single precision. */
    private static final double TOLERANCE = 1e-3;

    private FrameworkChecks() {}

    static List<CheckRule> rules() {
        return List.of(
                must("G26", "torch has code for the device, and computes on it")
                        .needs(GpuCheck.PROBE, GpuCheck.FRAMEWORKS)
                        .why(
                                "A wheel has code for some devices only; on another it fails with \"no kernel image\". Shows as GPU-F01, GPU-F11, GPU-F20 and GPU-F23.")
                        .remedy(
                                "RUN /databricks/python3/bin/pip install torch --index-url https://download.pytorch.org/whl/cu126")
                        .source(
                                "databricks/containers, gpu-pytorch; pytorch .ci/manywheel (gpu.md §1.4 F11, F20, F23; §3.3; §4.2 G26)")
                        .judge(FrameworkFacts.judging(FrameworkChecks::torch)),
                must("G27", "TensorFlow, CuPy and JAX find the device")
                        .needs(GpuCheck.PROBE, GpuCheck.FRAMEWORKS)
                        .why(
                                "They load the CUDA libraries by themselves and go on without a GPU where one is missing. Shows as GPU-F13.")
                        .remedy(
                                "RUN /databricks/python3/bin/pip install 'tensorflow[and-cuda]'   # or cupy-cuda12x, jax[cuda12]")
                        .source("databricks/containers, gpu-tensorflow (gpu.md §1.4 F13; §4.2 G27)")
                        .judge(FrameworkFacts.judging((frameworks, run) -> others(frameworks))),
                should("G28", "NCCL adds up over all devices")
                        .needs(GpuCheck.PROBE, GpuCheck.FRAMEWORKS)
                        .why("Training on several devices is built on it. Shows as GPU-F16, GPU-F18 and GPU-F23.")
                        .remedy("export NCCL_DEBUG=INFO shows where it stops; see GPU-G29 and GPU-G30.")
                        .source("nccl#342; PyTorch distributed (gpu.md §1.4 F16, F18; §4.2 G28)")
                        .judge(FrameworkFacts.judging((frameworks, run) -> nccl(frameworks))));
    }

    private static Finding torch(FrameworkFacts frameworks, ProbeRun run) {
        Optional<JsonNode> found = frameworks.of("torch");
        if (found.isEmpty()) {
            return Finding.skipped("The image's Python has no torch.");
        }
        JsonNode torch = found.get();
        Optional<Finding> broken = FrameworkFacts.broken("torch", torch);
        if (broken.isPresent()) {
            return broken.get();
        }
        String name = "torch [" + torch.path("version").asText() + "]";
        if (!torch.path("cuda").isTextual()) {
            return Finding.fail(name + " is a build without CUDA.", List.of("torch.version.cuda is None"));
        }
        List<String> architectures = texts(torch.path("arch_list"));
        for (ProbeFact device : run.devices()) {
            Version cc = Version.parse(device.shown("cc")).orElse(Version.of("0"));
            if (!CodeFor.runs(architectures, cc)) {
                return Finding.fail(
                        name + " has no kernel image for compute capability " + cc + ": it is built for "
                                + architectures + ".",
                        List.of("torch.cuda.get_arch_list() " + architectures, "compute capability " + cc));
            }
        }
        if (!torch.path("available").asBoolean()) {
            return Finding.fail(
                    name + " finds no GPU: torch.cuda.is_available() is False.",
                    List.of("CUDA " + torch.path("cuda").asText()));
        }
        List<String> wrong = numbers(torch.path("matmul"))
                .filter(error -> !(error <= TOLERANCE))
                .map(error -> "largest difference " + error)
                .toList();
        if (!wrong.isEmpty()) {
            return Finding.fail(name + " multiplies matrices wrongly: " + wrong.get(0) + ".", wrong);
        }
        List<String> extensions = new ArrayList<>();
        torch.path("extensions").properties().forEach(entry -> {
            if (!entry.getValue().asText().equals("ok")) {
                extensions.add(entry.getKey() + ": " + entry.getValue().asText());
            }
        });
        if (!extensions.isEmpty()) {
            return Finding.fail(
                    name + " works, and an extension built for another one does not: " + extensions.get(0) + ".",
                    extensions);
        }
        return Finding.pass(
                name + " computes on the device: CUDA " + torch.path("cuda").asText() + ", cuDNN "
                        + torch.path("cudnn").asText("none") + ", NCCL "
                        + torch.path("nccl").asText("none") + ", CXX11 ABI "
                        + torch.path("cxx11_abi").asBoolean() + ".");
    }

    private static Finding others(FrameworkFacts frameworks) {
        List<String> good = new ArrayList<>();
        for (String name : List.of("tensorflow", "cupy", "jax")) {
            Optional<JsonNode> found = frameworks.of(name);
            if (found.isEmpty()) {
                continue;
            }
            Optional<Finding> broken = FrameworkFacts.broken(name, found.get());
            if (broken.isPresent()) {
                return broken.get();
            }
            String version = name + " [" + found.get().path("version").asText() + "]";
            if (found.get().path("devices").asInt() == 0) {
                return Finding.fail(
                        version + " finds no GPU and would compute on the processor.",
                        List.of(version + ": 0 devices"));
            }
            good.add(version);
        }
        return good.isEmpty()
                ? Finding.skipped("The image's Python has none of TensorFlow, CuPy and JAX.")
                : Finding.pass("The device is found by " + good + ".");
    }

    private static Finding nccl(FrameworkFacts frameworks) {
        Optional<JsonNode> found = frameworks.of("nccl");
        if (found.isEmpty()) {
            return Finding.skipped("The image's Python has no torch, and so no NCCL to try.");
        }
        Optional<Finding> broken = FrameworkFacts.broken("NCCL", found.get());
        if (broken.isPresent()) {
            return broken.get();
        }
        int world = found.get().path("world").asInt();
        double wanted = world * (world + 1) / 2.0;
        List<Double> sums = numbers(found.get().path("sums")).toList();
        boolean right = sums.size() == world && sums.stream().allMatch(sum -> sum == wanted);
        return right
                ? Finding.pass("NCCL added up over " + world + " device(s).")
                : Finding.fail(
                        "NCCL added up to " + sums + " over " + world + " device(s), not to " + wanted + ".",
                        List.of("sums " + sums));
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static Stream<Double> numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(number -> number.isNumber() ? number.asDouble() : Double.NaN);
    }
}
