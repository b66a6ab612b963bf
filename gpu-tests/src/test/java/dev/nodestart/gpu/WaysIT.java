package dev.nodestart.gpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nodestart.conformance.CheckResult;
import dev.nodestart.conformance.CheckRule;
import dev.nodestart.conformance.CheckSuite;
import dev.nodestart.conformance.Outcome;
import dev.nodestart.conformance.VerifyResult;
import dev.nodestart.conformance.facts.GpuLevel;
import dev.nodestart.conformance.facts.Trial;
import dev.nodestart.conformance.facts.TrialContext;
import dev.nodestart.emulator.data.JsonText;
import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.gpu.GpuRequest;
import dev.nodestart.emulator.gpu.GpuWish;
import dev.nodestart.emulator.launch.LaunchedCluster;
import dev.nodestart.emulator.model.GpuAccess;
import dev.nodestart.emulator.model.GpuWay;
import dev.nodestart.emulator.node.CellResult;
import dev.nodestart.emulator.node.RunningNode;
import dev.nodestart.emulator.testing.TestEngine;
import dev.nodestart.emulator.testing.TestImages;
import dev.nodestart.gpu.probe.GpuProbe;
import dev.nodestart.gpu.probe.ProbeLevel;
import dev.nodestart.gpu.probe.ProbeOptions;
import dev.nodestart.gpu.probe.SimulatedDriver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * CDI by an engine that has it, and NVIDIA's container runtime in CDI mode, with the simulated driver of two devices:
 * given a way in, when an image is verified through it, then the devices come by that way and compute.
 */
@ExtendWith(TestEngine.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class WaysIT {
    private static final String IMAGE = "gpu-ways:1";
    private static final List<String> OF_THE_DEVICE =
            List.of("G11", "G13", "G14", "G15", "G16", "G17", "G19", "G20", "G21", "G23");

    private Path folder;
    private Path driver;
    private Optional<CdiEngine> started = Optional.empty();

    @BeforeAll
    void startTheEngine(Engine given, TestImages images, @TempDir Path temporary)
            throws IOException, InterruptedException {
        folder = temporary;
        driver = SimulatedDriver.build(folder.resolve("driver"));
        SimulatedDriver.set(driver, Map.of("COUNT", "nodes"));
        Files.createDirectories(folder.resolve("dev"));
        for (String node : List.of("nvidia0", "nvidia1", "nvidiactl", "nvidia-uvm")) {
            assumeThat(new ProcessBuilder(
                                    "mknod",
                                    "-m",
                                    "666",
                                    folder.resolve("dev/" + node).toString(),
                                    "c",
                                    "1",
                                    "3")
                            .start()
                            .waitFor())
                    .as("mknod, for a stand-in of [%s]", node)
                    .isZero();
        }
        started = Optional.of(CdiEngine.start(folder));
        cdi().take(given, images.whole(), "gpu-ways");
        specify(cdi().specification(), driver);
        specify(cdi().runtimeSpecification(), driver);
    }

    @AfterAll
    void stopTheEngine() throws IOException, InterruptedException {
        if (started.isPresent()) {
            started.get().stop();
        }
    }

    @Test
    void autoTakesCdiAndTheDeviceComputes(TestReporter report, TestInfo test) throws IOException, InterruptedException {
        report.publishEntry("engine", cdi().describe());
        VerifyResult result = run(GpuRequest.parse("all"), Optional.empty(), GpuLevel.FULL, test)
                .verify();

        GpuAccess access = result.launch().gpu().orElseThrow();
        assertThat(access.way()).as(result.launch().trouble().orElse("")).contains(GpuWay.CDI);
        assertThat(access.devices()).containsExactly("nvidia.com/gpu=all");
        assertDeviceWorks(result);
        // two more nodes were launched, with one device and with none
        CheckResult restricted = GpuRun.check(result, "G32");
        assertThat(restricted.outcome()).as(restricted.message()).isEqualTo(Outcome.PASS);
        assertThat(restricted.message())
                .startsWith(Device.SIMULATED)
                .endsWith("another node was given [none] and sees [].");
        assertThat(GpuRun.check(result, "G29").outcome()).isEqualTo(Outcome.PASS);
        assertThat(GpuRun.check(result, "G31").outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void nvidiasRuntimeGivesTheSame(TestReporter report, TestInfo test) throws IOException, InterruptedException {
        report.publishEntry("engine", cdi().describe());
        cdi().assumeNvidiaRuntime();
        VerifyResult result = run(GpuRequest.parse("all"), Optional.of(GpuWay.RUNTIME), GpuLevel.QUICK, test)
                .with(ways(run(GpuRequest.parse("all"), Optional.of(GpuWay.CDI), GpuLevel.QUICK, test), "cdi"))
                .verify();

        assertThat(result.launch().gpu().orElseThrow().way()).contains(GpuWay.RUNTIME);
        assertDeviceWorks(result);
        assertThat(GpuRun.check(result, "G03").outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void aStaleSpecificationShowsOtherDevicesThanTheRuntime(TestInfo test) throws IOException, InterruptedException {
        cdi().assumeNvidiaRuntime();
        Path stale = SimulatedDriver.build(folder.resolve("stale"));
        SimulatedDriver.set(stale, Map.of("COUNT", "nodes", "UUID", "GPU-0badcafe-0000-4000-8000-000000000000"));
        specify(cdi().specification(), stale);
        try {
            VerifyResult result = run(GpuRequest.parse("all"), Optional.of(GpuWay.RUNTIME), GpuLevel.QUICK, test)
                    .with(ways(run(GpuRequest.parse("all"), Optional.of(GpuWay.CDI), GpuLevel.QUICK, test), "cdi"))
                    .verify();
            CheckResult check = GpuRun.check(result, "G03");
            assertThat(check.outcome()).as(check.message()).isEqualTo(Outcome.FAIL);
            assertThat(check.message())
                    .startsWith("SIMULATED: The ways in do not agree")
                    .contains("GPU-0badcafe");
        } finally {
            specify(cdi().specification(), driver);
        }
    }

    private static void assertDeviceWorks(VerifyResult result) {
        assertThat(OF_THE_DEVICE).allSatisfy(number -> {
            CheckResult check = GpuRun.check(result, number);
            assertThat(check.outcome()).as(number + ": " + check.message()).isEqualTo(Outcome.PASS);
            assertThat(check.message()).startsWith(Device.SIMULATED);
        });
        assertThat(GpuRun.check(result, "G19").message()).isEqualTo("SIMULATED: CUDA sees 2 devices.");
        assertThat(GpuRun.check(result, "G01").outcome()).isEqualTo(Outcome.PASS);
        assertThat(GpuRun.check(result, "G34").outcome()).isEqualTo(Outcome.ERROR);
    }

    private GpuRun run(GpuRequest request, Optional<GpuWay> way, GpuLevel level, TestInfo test) throws IOException {
        return new GpuRun(
                cdi().engine(),
                IMAGE,
                new GpuWish(Optional.of(request), way, Optional.empty()),
                level,
                Optional.empty(),
                folder.resolve("runs-" + test.getTestMethod().orElseThrow().getName()));
    }

    /** As {@code --gpu-ways all} does it: another launch, and what the probe says on it. */
    private static CheckSuite ways(GpuRun other, String name) {
        return new CheckSuite() {
            @Override
            public List<CheckRule> rules() {
                return List.of();
            }

            @Override
            public List<Trial> trials() {
                return List.of(new Trial(GpuCheck.WAYS, GpuTrials.LANE, this::compare));
            }

            private CellResult compare(TrialContext context) {
                ObjectNode json = JsonNodeFactory.instance.objectNode();
                try (LaunchedCluster cluster = other.launch();
                        RunningNode node = cluster.openDriver().orElseThrow()) {
                    json.putArray("ways")
                            .addObject()
                            .put("way", name)
                            .put("probe", GpuProbe.run(node, ProbeOptions.of(ProbeLevel.QUICK)));
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
                return CellResult.ok(JsonText.compact(json), Duration.ZERO);
            }
        };
    }

    /** A specification as the toolkit writes one: libraries, control nodes, and a device for each GPU (gpu.md §6.4). */
    private void specify(Path file, Path libraries) throws IOException, InterruptedException {
        ObjectNode spec = JsonNodeFactory.instance.objectNode();
        spec.put("cdiVersion", "0.5.0").put("kind", "nvidia.com/gpu");
        for (String name : List.of("0", "1", "all")) {
            ObjectNode device = spec.withArray("devices").addObject().put("name", name);
            for (String number : name.equals("all") ? List.of("0", "1") : List.of(name)) {
                node(device.withObject("containerEdits"), "nvidia" + number);
            }
        }
        ObjectNode edits = spec.withObject("containerEdits");
        node(edits, "nvidiactl");
        node(edits, "nvidia-uvm");
        edits.putArray("env").add("NVIDIA_VISIBLE_DEVICES=void");
        try (var names = Files.list(libraries)) {
            for (Path library : names.sorted().toList()) {
                ObjectNode mount = edits.withArray("mounts").addObject();
                mount.put("hostPath", library.toRealPath().toString());
                mount.put("containerPath", "/usr/lib/x86_64-linux-gnu/" + library.getFileName());
                mount.putArray("options").add("ro").add("nosuid").add("nodev").add("bind");
            }
        }
        // written and not moved: the engine's watch on the folder sees no file that is moved into it
        Files.writeString(file, JsonText.compact(spec));
        Thread.sleep(1000);
    }

    private void node(ObjectNode edits, String name) {
        edits.withArray("deviceNodes")
                .addObject()
                .put("path", "/dev/" + name)
                .put("hostPath", folder.resolve("dev/" + name).toString());
    }

    private CdiEngine cdi() {
        return started.orElseThrow();
    }
}
