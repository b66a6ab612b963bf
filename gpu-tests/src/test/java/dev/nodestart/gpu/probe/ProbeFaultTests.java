package dev.nodestart.gpu.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The faults of gpu.md §5, each provoked in the simulated driver: the right facts, and never the end of the rest. */
class ProbeFaultTests {

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private ProbeBench bench;

    @BeforeAll
    static void driver() {
        SimulatedDriver.build(shared.resolve("driver"));
    }

    @BeforeEach
    void bench() {
        bench = ProbeBench.in(folder, shared.resolve("driver"));
    }

    @ParameterizedTest
    @CsvSource({
        "34, CUDA_ERROR_STUB_LIBRARY",
        "100, CUDA_ERROR_NO_DEVICE",
        "802, CUDA_ERROR_SYSTEM_NOT_READY",
        "803, CUDA_ERROR_SYSTEM_DRIVER_MISMATCH",
        "804, CUDA_ERROR_COMPAT_NOT_SUPPORTED_ON_DEVICE",
        "999, CUDA_ERROR_UNKNOWN",
        "205, CUDA_ERROR_MAP_FAILED",
        "12345, CUDA_ERROR_12345"
    })
    void cuInitWhenItFailsGivesItsCodeAndSkipsTheDevices(int code, String name) {
        ProbeRun run = bench.knob("FAIL", "cuInit=" + code).run(ProbeLevel.QUICK);

        assertThat(run.failures("cuda")).singleElement().satisfies(call -> {
            assertThat(call.function()).isEqualTo("cuInit");
            assertThat(call.code()).hasValue(code);
            assertThat(call.name()).isEqualTo(name);
        });
        assertThat(run.exit()).hasValue(0);
        assertThat(run.stages("compute")).extracting(ProbeStage::ended).containsExactly(ProbeStage.End.SKIPPED);
        assertThat(run.stages("nvml")).allMatch(ProbeStage::good); // nvidia-smi looks fine (gpu.md F2)
        assertThat(run.facts("kernel")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"18, NVML_ERROR_LIB_RM_VERSION_MISMATCH", "9, NVML_ERROR_DRIVER_NOT_LOADED", "999, NVML_ERROR_UNKNOWN"})
    void nvmlInitWhenItFailsLeavesCudaAlone(int code, String name) {
        ProbeRun run = bench.knob("FAIL", "nvmlInit_v2=" + code).run(ProbeLevel.QUICK);

        assertThat(run.failures("nvml")).extracting(ProbeCall::name).containsExactly(name);
        assertThat(run.fact("nvml")).isEmpty();
        assertThat(run.stages("compute")).allMatch(ProbeStage::good);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 8})
    void countIsThatOfTheDriver(int count) {
        ProbeRun run = bench.knob("COUNT", Integer.toString(count)).run(ProbeLevel.QUICK);

        assertThat(run.fact("nvml").orElseThrow().number("count")).hasValue(count);
        assertThat(run.facts("device")).hasSize(count);
        assertThat(run.facts("kernel"))
                .hasSize(3 * count)
                .allMatch(kernel -> kernel.number("wrong").equals(OptionalLong.of(0)));
        assertThat(run.facts("device").stream()
                        .map(device -> device.text("uuid"))
                        .distinct())
                .hasSize(count);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1_000_000_000})
    void countThatCannotBeIsNoTrouble(int count) {
        ProbeRun run = bench.knob("COUNT", Integer.toString(count))
                .knob("NVML_COUNT", "1")
                .run(ProbeLevel.IDENTITY);

        assertThat(run.fact("cuda").orElseThrow().number("count")).hasValue(count);
        assertThat(run.facts("device")).hasSizeLessThanOrEqualTo(64);
    }

    @Test
    void ptxOfANewerToolkitGivesCodeAndLog() {
        ProbeRun run = bench.knob("PTX_MAX", "8.2")
                .argument("--ptx-isa", "8.2", "--ptx-isa", "8.4", "--ptx-isa", "8.10")
                .run(ProbeLevel.QUICK);

        assertThat(run.facts("ptx").stream().filter(fact -> fact.stage().equals("ptx")))
                .extracting(fact -> fact.text("isa").orElse("") + " "
                        + fact.number("rc").orElse(-1) + " " + fact.text("log").orElse(""))
                .containsExactly(
                        "8.2 0 ",
                        "8.4 222 ptxas fatal: Unsupported .version 8.4; current version is '8.2'",
                        "8.10 222 ptxas fatal: Unsupported .version 8.10; current version is '8.2'");
        assertThat(run.stages("compute")).allMatch(ProbeStage::good);
    }

    @Test
    void kernelsOfTheOldestTargetRefusedAreTriedForANewerOne() {
        ProbeRun run = bench.knob("TARGET_MIN", "75").run(ProbeLevel.QUICK);

        assertThat(run.facts("ptx").stream().filter(fact -> fact.stage().equals("compute")))
                .extracting(fact ->
                        fact.text("target").orElse("") + " " + fact.text("name").orElse(""))
                .containsExactly("sm_50 CUDA_ERROR_INVALID_PTX", "sm_70 CUDA_ERROR_INVALID_PTX", "sm_75 CUDA_SUCCESS");
        assertThat(run.facts("kernel")).hasSize(3);
    }

    @Test
    void compilerOfPtxMissingIsItsOwnCode() throws IOException {
        Path without = Files.createDirectories(folder.resolve("without"));
        for (String name : new String[] {"libcuda.so.1", "libnvidia-ml.so.1"}) {
            Files.copy(bench.driver().resolve(name), without.resolve(name));
        }
        ProbeRun run = bench.variable("LD_LIBRARY_PATH", without.toString()).run(ProbeLevel.QUICK);

        assertThat(run.failures("compute")).extracting(ProbeCall::name).contains("CUDA_ERROR_JIT_COMPILER_NOT_FOUND");
        assertThat(run.fact("library").orElseThrow().text("version")).isEmpty(); // the file itself is named .so.1
    }

    @ParameterizedTest
    @CsvSource({
        "cuLaunchKernel, 719",
        "cuCtxSynchronize, 719",
        "cuDevicePrimaryCtxRetain, 46",
        "cuModuleLoadDataEx, 209",
        "cuMemAlloc_v2, 2",
        "cuModuleGetFunction, 500",
        "cuMemcpyDtoH_v2, 700"
    })
    void callThatFailsEndsItsStageAlone(String function, int code) {
        ProbeRun run = bench.knob("FAIL", function + "=" + code).run(ProbeLevel.QUICK);

        assertThat(run.failures("compute")).extracting(ProbeCall::function).contains(function);
        assertThat(run.failures("compute")).allMatch(call -> call.code().equals(OptionalInt.of(code)));
        assertThat(run.stages("compute")).extracting(ProbeStage::code).containsExactly(OptionalInt.of(1));
        assertThat(run.stages("memory")).extracting(ProbeStage::code).containsExactly(OptionalInt.of(1));
        assertThat(run.facts("device")).hasSize(1);
        assertThat(run.facts("kernel").stream()
                        .filter(kernel -> kernel.number("wrong").equals(OptionalLong.of(0))))
                .isEmpty();
    }

    @Test
    void launchThatFailsAfterAWhileKeepsWhatWasFoundBefore() {
        ProbeRun run = bench.knob("FAIL", "cuLaunchKernel=719@1").run(ProbeLevel.QUICK);

        assertThat(run.facts("kernel"))
                .extracting(kernel -> kernel.text("kernel").orElse(""))
                .containsExactly("vadd");
        assertThat(run.failures("compute"))
                .singleElement()
                .satisfies(call -> assertThat(call.code()).hasValue(719));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cuInit", "cuCtxSynchronize", "nvmlInit_v2"})
    void callThatHangsIsEndedAndTheRestGoesOn(String function) {
        ProbeRun run = bench.knob("HANG", function).argument("--limit", "2").run(ProbeLevel.QUICK);

        assertThat(run.stages()).extracting(ProbeStage::ended).contains(ProbeStage.End.TIMEOUT);
        assertThat(run.stages("system")).allMatch(ProbeStage::good);
        assertThat(run.complete()).isTrue();
    }

    @Test
    void timeThatIsUpSkipsWhatHasNotBegun() {
        ProbeRun run =
                bench.knob("HANG", "cuCtxSynchronize").argument("--total", "3").run(ProbeLevel.FULL);

        assertThat(run.stages("compute")).extracting(ProbeStage::ended).containsExactly(ProbeStage.End.TIMEOUT);
        assertThat(run.stages("memory")).extracting(ProbeStage::ended).containsExactly(ProbeStage.End.SKIPPED);
        assertThat(run.stages("bandwidth")).extracting(ProbeStage::ended).containsExactly(ProbeStage.End.SKIPPED);
    }

    @ParameterizedTest
    @CsvSource({"CRASH, SIGSEGV", "ABORT, SIGABRT"})
    void crashIsALineWithItsSignal(String knob, String signal) {
        ProbeRun run = bench.knob(knob, "cuMemAlloc_v2").run(ProbeLevel.QUICK);

        assertThat(run.stages("compute")).singleElement().satisfies(stage -> {
            assertThat(stage.ended()).isEqualTo(ProbeStage.End.SIGNAL);
            assertThat(stage.signal()).contains(signal);
            assertThat(stage.good()).isFalse();
        });
        assertThat(run.facts("device")).hasSize(1);
        assertThat(run.complete()).isTrue();
    }

    @Test
    void crashInCuInitLeavesNvml() {
        ProbeRun run = bench.knob("CRASH", "cuInit").run(ProbeLevel.QUICK);

        assertThat(run.stages("cuda")).extracting(ProbeStage::ended).containsExactly(ProbeStage.End.SIGNAL);
        assertThat(run.facts("nvml_device")).hasSize(1);
    }

    @Test
    void libraryThatEndsTheProcessIsNoSuccess() {
        ProbeRun run = bench.knob("EXIT", "cuMemAlloc_v2").run(ProbeLevel.QUICK);

        assertThat(run.stages("compute")).singleElement().satisfies(stage -> {
            assertThat(stage.ended()).isEqualTo(ProbeStage.End.LEFT);
            assertThat(stage.good()).isFalse();
        });
    }

    @Test
    void libraryThatTalksDoesNotComeBetweenTheLines() {
        Run run = bench.knob("PRINT", "1").raw(ProbeLevel.QUICK);

        assertThat(ProbeRun.parse(run.out()).unreadable()).isZero();
        assertThat(ProbeRun.parse(run.out()).fact("cuda").orElseThrow().number("count"))
                .hasValue(1);
        assertThat(run.error()).contains("nonsense");
    }

    @Test
    void peersThatCannotSeeEachOtherAreCopiedByTheHost() {
        ProbeRun run = bench.knob("COUNT", "2").knob("PEER", "0").run(ProbeLevel.FULL);

        assertThat(run.facts("peer")).hasSize(2).allSatisfy(peer -> {
            assertThat(peer.flag("can")).isFalse();
            assertThat(peer.text("method")).contains("staged");
            assertThat(peer.number("wrong")).hasValue(0);
        });
    }

    @Test
    void memoryThatIsNotInOnePieceIsTestedInASmallerOne() {
        // the third allocation of the stage, the first of a large piece
        ProbeRun run =
                bench.knob("FAIL", "cuMemAlloc_v2=2@1").knob("MEM_MIB", "64").run(ProbeLevel.QUICK);

        assertThat(run.failures("memory"))
                .isNotEmpty()
                .allMatch(call -> call.name().equals("CUDA_ERROR_OUT_OF_MEMORY"));
        assertThat(run.stages("memory")).extracting(ProbeStage::code).containsExactly(OptionalInt.of(1));
    }
}
