package dev.nodestart.gpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.nodestart.conformance.Capability;
import dev.nodestart.conformance.CapabilityStatus;
import dev.nodestart.conformance.CheckResult;
import dev.nodestart.conformance.Outcome;
import dev.nodestart.conformance.VerifyResult;
import dev.nodestart.emulator.diagnosis.Diagnosis;
import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.gpu.GpuWish;
import dev.nodestart.emulator.model.GpuWay;
import dev.nodestart.emulator.testing.TestEngine;
import dev.nodestart.emulator.testing.TestImages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Given an image of the GPU corpus, when it is verified with the simulated driver or without any, then its cause is named
 * first. {@code -Dcorpus.only=NAME,…} runs only these.
 */
@ExtendWith(TestEngine.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class GpuCorpusIT {
    /** Recordings stay there, to be looked at. */
    private static final Path RUNS = Path.of("target", "gpu-corpus");

    private Path driver;
    private Engine engine;
    private TestImages images;

    @BeforeAll
    void takeEngineAndBuildTheDriver(Engine given, TestImages testImages, @TempDir Path folder)
            throws IOException, InterruptedException {
        driver = folder;
        engine = given;
        images = testImages;
        Process build;
        try {
            build = new ProcessBuilder("sh", "src/test/native/build.sh", driver.toString())
                    .inheritIO()
                    .start();
        } catch (IOException e) {
            throw new AssertionError("There is no shell.", e);
        }
        assumeThat(build.waitFor())
                .as("the simulated driver builds (gcc is here)")
                .isZero();
    }

    @TestFactory
    Stream<DynamicTest> cases() {
        String only = System.getProperty("corpus.only", "all");
        List<GpuCorpusCase> wanted = GpuCorpusCase.all().stream()
                .filter(one ->
                        only.equals("all") || List.of(only.split(",", -1)).contains(one.name()))
                .toList();
        assertThat(wanted).as("cases named [%s]", only).isNotEmpty();
        return wanted.stream().map(one -> dynamicTest(one.name(), () -> check(one)));
    }

    private void check(GpuCorpusCase one) throws IOException, InterruptedException {
        String image =
                one.lines().isEmpty() ? images.whole() : images.with(one.lines().toArray(String[]::new));
        try {
            assertThat(problems(one, verify(one, image))).isEmpty();
        } finally {
            if (!one.lines().isEmpty()) {
                engine.images().remove(image, true);
            }
        }
    }

    static List<String> problems(GpuCorpusCase one, VerifyResult result) {
        List<String> problems = new ArrayList<>();
        List<String> causes = result.diagnosis().stream().map(Diagnosis::id).toList();
        if (result.verdict() != one.verdict()) {
            problems.add("verdict is " + result.verdict() + ", must be " + one.verdict());
        }
        boolean first = one.causes().isEmpty()
                ? causes.stream().noneMatch(id -> id.startsWith("GPU-"))
                : !causes.isEmpty() && causes.get(0).equals(one.causes().get(0)) && causes.containsAll(one.causes());
        if (!first) {
            problems.add("diagnosis is " + causes + ", must be " + one.causes() + " with the first one first");
        }
        CapabilityStatus.State gpu = result.capabilities().stream()
                .filter(status -> status.capability() == Capability.GPU)
                .findFirst()
                .orElseThrow()
                .state();
        if (gpu == CapabilityStatus.State.YES) {
            problems.add("gpu is yes, and no GPU was used");
        }
        one.checks().forEach((id, outcome) -> {
            CheckResult check = result.checks().stream()
                    .filter(candidate -> candidate.check().id().equals(id))
                    .findFirst()
                    .orElseThrow();
            if (check.outcome() != outcome) {
                problems.add(id + " is " + check.outcome() + ", must be " + outcome + ": " + check.message());
            }
            // what only the image's files and variables show is no matter of a device
            boolean ofTheDevice = Integer.parseInt(id.substring(5)) >= 11;
            if (one.simulated()
                    && ofTheDevice
                    && outcome != Outcome.SKIPPED
                    && !check.message().startsWith(Device.SIMULATED)) {
                problems.add(id + " does not say SIMULATED: " + check.message());
            }
        });
        if (!problems.isEmpty()) {
            result.checks().stream()
                    .filter(check -> check.check().category().equals("gpu"))
                    .filter(check -> check.outcome() != Outcome.PASS && check.outcome() != Outcome.SKIPPED)
                    .forEach(
                            check -> problems.add(check.check().id() + " " + check.outcome() + ": " + check.message()));
            result.launch().trouble().ifPresent(problems::add);
            result.launch().stateMessage().ifPresent(problems::add);
        }
        return problems;
    }

    private VerifyResult verify(GpuCorpusCase one, String image) throws IOException, InterruptedException {
        GpuWish wish = one.simulated()
                ? new GpuWish(Optional.of(one.gpus()), Optional.of(GpuWay.EXPLICIT), Optional.of(driver))
                : GpuWish.NONE;
        return new GpuRun(engine, image, wish, one.level(), one.script(), RUNS.resolve(one.name())).verify();
    }
}
