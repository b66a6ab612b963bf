package dev.nodestart.gpu;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.nodestart.conformance.facts.Answer;
import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.emulator.model.GpuAccess;
import dev.nodestart.emulator.model.GpuWay;
import dev.nodestart.emulator.model.ImageDetails;
import dev.nodestart.emulator.model.ImageInfo;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.node.CellResult;
import dev.nodestart.emulator.runtime.Runtimes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Facts for tests, each a change of the ones before: an image with CUDA 12.4 that is well made, without a GPU or on an H200.
 *
 * @param env the image's variables
 * @param rows the answer to {@code gpu.image}
 * @param cache the answer to {@code gpu.cache}
 * @param gpu what became of the wish for GPUs
 * @param trials what was tried
 */
record GpuFacts(
        Map<String, String> env,
        List<String> rows,
        List<String> cache,
        Optional<GpuAccess> gpu,
        Map<String, String> trials) {

    /** No GPU was asked for, and nobody knows the driver. */
    static GpuFacts image() {
        return new GpuFacts(
                Map.of(
                        "CUDA_VERSION", "12.4.1",
                        "NVIDIA_REQUIRE_CUDA", "cuda>=12.4 brand=tesla,driver>=470,driver<471",
                        "NVIDIA_VISIBLE_DEVICES", "all",
                        "NVIDIA_DRIVER_CAPABILITIES", "compute,utility"),
                List.of(
                        "search\t/usr/local/nvidia/lib:/usr/local/nvidia/lib64",
                        "link\t/usr/local/cuda\t/usr/local/cuda-12.4\tthere",
                        "toolkit\t/usr/local/cuda\t/usr/local/cuda-12.4\t12.4.1",
                        "cudart\t/usr/local/cuda/lib64/libcudart.so.12\t/usr/local/cuda-12.4/lib64/libcudart.so.12.4.127",
                        "compat\t/usr/local/cuda/compat\t/usr/local/cuda-12.4/compat/libcuda.so.550.54.15",
                        "conf\t/etc/ld.so.conf.d/nvidia.conf\t/usr/local/nvidia/lib",
                        "mount\t/usr/lib/x86_64-linux-gnu/libcuda.so.580.126.16"),
                List.of("libcuda.so.1 (libc6,x86-64) => /usr/lib/x86_64-linux-gnu/libcuda.so.1"),
                Optional.empty(),
                Map.of(GpuCheck.PROFILE, "unknown\tnobody has published the driver of dbr-15.4-aws"));
    }

    /** On a machine with one H200, by CDI, at the full level. */
    static GpuFacts h200() {
        String probe = resource("h200.jsonl");
        return image().given("all", GpuWay.CDI)
                .tried(GpuCheck.PROBE, probe)
                .tried(GpuCheck.HOLD, probe)
                .tried(GpuCheck.HOST, "")
                .tried(GpuCheck.FRAMEWORKS, resource("frameworks/works.json"));
    }

    /** An image that has nothing to do with CUDA. */
    static GpuFacts plain() {
        return new GpuFacts(Map.of("LANG", "C.UTF-8"), List.of("search\t"), List.of(), Optional.empty(), Map.of());
    }

    GpuFacts given(String asked, GpuWay way) {
        return new GpuFacts(
                env,
                rows,
                cache,
                Optional.of(new GpuAccess(asked, Optional.of(way), "As told.", "28.5.2", List.of(), Map.of())),
                trials);
    }

    GpuFacts notGiven(String meaning) {
        return new GpuFacts(
                env,
                rows,
                cache,
                Optional.of(new GpuAccess("all", Optional.empty(), meaning, "20.10.24", List.of(), Map.of())),
                trials);
    }

    GpuFacts env(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(env);
        changed.put(name, value);
        return new GpuFacts(changed, rows, cache, gpu, trials);
    }

    GpuFacts without(String name) {
        Map<String, String> changed = new LinkedHashMap<>(env);
        changed.remove(name);
        return new GpuFacts(changed, rows, cache, gpu, trials);
    }

    GpuFacts row(String... more) {
        List<String> changed = new ArrayList<>(rows);
        changed.addAll(List.of(more));
        return new GpuFacts(env, changed, cache, gpu, trials);
    }

    GpuFacts noRows(String kind) {
        return new GpuFacts(
                env, rows.stream().filter(row -> !row.startsWith(kind + "\t")).toList(), cache, gpu, trials);
    }

    GpuFacts cached(String line) {
        List<String> changed = new ArrayList<>(cache);
        changed.add(line);
        return new GpuFacts(env, rows, changed, gpu, trials);
    }

    GpuFacts tried(String trial, String stdout) {
        Map<String, String> changed = new LinkedHashMap<>(trials);
        changed.put(trial, stdout);
        return new GpuFacts(env, rows, cache, gpu, changed);
    }

    /** The probe's text with a part of it changed; a part that is not there would make the test say nothing. */
    GpuFacts probe(String part, String other) {
        return changed(GpuCheck.PROBE, part, other);
    }

    GpuFacts changed(String trial, String part, String other) {
        String text = Objects.requireNonNull(trials.get(trial));
        if (!text.contains(part)) {
            throw new AssertionError("[" + part + "] is not in " + trial);
        }
        return tried(trial, text.replace(part, other));
    }

    /** The probe's text without the lines that hold this. */
    GpuFacts noLine(String part) {
        StringBuilder kept = new StringBuilder();
        Objects.requireNonNull(trials.get(GpuCheck.PROBE))
                .lines()
                .filter(line -> !line.contains(part))
                .forEach(line -> kept.append(line).append('\n'));
        return tried(GpuCheck.PROBE, kept.toString());
    }

    /** The probe's text with a line more. */
    GpuFacts line(String line) {
        return tried(GpuCheck.PROBE, trials.get(GpuCheck.PROBE) + line + "\n");
    }

    GpuFacts simulated() {
        return probe("\"simulated\":false", "\"simulated\":true");
    }

    GpuFacts driver(String version) {
        return tried(GpuCheck.PROFILE, version + "\tof profile test");
    }

    Facts facts() {
        Map<String, CellResult> results = new LinkedHashMap<>();
        trials.forEach((name, text) -> results.put(
                name,
                new CellResult(
                        CellResult.Status.OK, text, "", Optional.empty(), Optional.empty(), 0, Duration.ofMillis(5))));
        return new Facts(
                launch(),
                Runtimes.builtIn().find("15.4").orElseThrow(),
                ImageDetails.unknown(),
                Map.of(
                        "gpu.image", new Answer(0, String.join("\n", rows), ""),
                        "gpu.cache", new Answer(0, String.join("\n", cache), "")),
                results,
                Map.of());
    }

    Launch launch() {
        Launch launch = new Launch(
                "run",
                "cluster",
                Instant.EPOCH,
                JsonNodeFactory.instance.objectNode(),
                "15.4.x-scala2.12",
                "15.4",
                Optional.of(new ImageInfo(
                        "my/image:1",
                        "sha256:1",
                        Optional.empty(),
                        "linux",
                        "amd64",
                        1,
                        "",
                        List.of(),
                        List.of(),
                        env,
                        Map.of())),
                Launch.State.RUNNING,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Path.of("run"));
        return gpu.map(launch::withGpu).orElse(launch);
    }

    static String resource(String name) {
        try (InputStream file = GpuFacts.class.getResourceAsStream(name)) {
            return new String(
                    Objects.requireNonNull(file, name + " is missing").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
