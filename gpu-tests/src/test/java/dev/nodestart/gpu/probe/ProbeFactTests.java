package dev.nodestart.gpu.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the probe finds on a machine whose files, nodes and libraries are laid out for it. */
class ProbeFactTests {

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

    @Test
    void everythingWorksAndIsLabelledSimulated() {
        ProbeRun run = bench.argument("--seed", "42", "--ptx-isa", "8.4").run(ProbeLevel.FULL);

        assertThat(run.exit()).hasValue(0);
        assertThat(run.stages()).allMatch(ProbeStage::good);
        assertThat(run.calls()).noneMatch(ProbeCall::failed);
        assertThat(run.simulated()).isTrue();
        assertThat(run.unreadable()).isZero();
        assertThat(run.start().orElseThrow().number("seed")).hasValue(42);
        assertThat(run.facts("kernel"))
                .hasSize(3)
                .allMatch(fact -> fact.number("wrong").equals(OptionalLong.of(0)));
        assertThat(run.facts("memory")).hasSize(4).allMatch(fact -> fact.flag("control"));
        assertThat(run.facts("bandwidth"))
                .extracting(fact -> fact.text("kind").orElse(""))
                .containsExactly("h2d", "d2h", "d2d", "d2d_kernel", "read", "write");
    }

    @Test
    void identityUsesNoDevice() {
        ProbeRun run = bench.run(ProbeLevel.IDENTITY);

        assertThat(run.stages()).extracting(ProbeStage::name).containsExactlyInAnyOrder("system", "nvml", "cuda");
        assertThat(run.calls()).noneMatch(call -> call.function().startsWith("cuDevicePrimaryCtx"));
        ProbeFact device = run.fact("device").orElseThrow();
        assertThat(device.text("name")).contains("NVIDIA H200");
        assertThat(device.text("uuid")).contains("GPU-51000000-5151-4151-8151-000000000000");
        assertThat(run.fact("nvml_device").orElseThrow().text("uuid")).isEqualTo(device.text("uuid"));
        assertThat(device.text("cc")).contains("9.0");
        assertThat(run.fact("driver").orElseThrow().text("version")).contains("580.126.16");
        assertThat(run.fact("driver_params").orElseThrow().number("modify_device_files"))
                .hasValue(0);
        assertThat(run.facts("major"))
                .extracting(fact -> fact.text("name").orElse(""))
                .containsExactly("nvidia", "nvidia-uvm");
        assertThat(run.fact("proc_gpu").orElseThrow().text("bus")).contains("0000:00:05.0");
    }

    @Test
    void libraryIsTheFileThatWasMapped() throws Exception {
        ProbeRun run = bench.run(ProbeLevel.QUICK);

        Path file = bench.driver().resolve("libcuda.so.580.126.16").toRealPath();
        ProbeFact library = run.library("libcuda.so.1").orElseThrow();
        assertThat(library.text("path")).contains(file.toString());
        assertThat(library.text("version")).contains("580.126.16");
        assertThat(library.texts("chain")).containsExactly("libcuda.so.1 -> libcuda.so.580.126.16");
        assertThat(library.number("size")).hasValue(Files.size(file));
        assertThat(run.facts("digest").get(0).text("sha256"))
                .contains(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file))));
        assertThat(run.library("libnvidia-ptxjitcompiler.so.1").orElseThrow().text("version"))
                .contains("580.126.16");
    }

    @Test
    void compatibilityLibraryFirstOnThePathIsTheOneLoaded() {
        Path compat = SimulatedDriver.build(folder.resolve("cuda-12.4/compat"), "550.54.15");
        ProbeRun run = bench.before(compat).knob("FAIL", "cuInit=803").run(ProbeLevel.QUICK);

        ProbeFact library = run.library("libcuda.so.1").orElseThrow();
        assertThat(library.flag("compat")).isTrue();
        assertThat(library.text("version")).contains("550.54.15");
        assertThat(run.facts("candidate"))
                .extracting(fact -> fact.text("path").orElse(""))
                .contains(compat + "/libcuda.so.550.54.15", bench.driver() + "/libcuda.so.580.126.16");
    }

    @Test
    void stubFirstOnThePathIsNamed() {
        Path stubs = SimulatedDriver.build(folder.resolve("cuda/lib64/stubs"));
        ProbeRun run = bench.before(stubs).knob("FAIL", "cuInit=34").run(ProbeLevel.IDENTITY);

        assertThat(run.library("libcuda.so.1").orElseThrow().flag("stub")).isTrue();
        assertThat(run.call("cuda", "cuInit").orElseThrow().name()).isEqualTo("CUDA_ERROR_STUB_LIBRARY");
    }

    @Test
    void libraryThatIsNoLibraryGivesTheLoadersWords() throws IOException {
        Path broken = Files.createDirectories(folder.resolve("broken"));
        Files.writeString(broken.resolve("libcuda.so.1"), "x".repeat(4096));
        ProbeRun run = bench.before(broken).run(ProbeLevel.QUICK);

        assertThat(run.exit()).hasValue(2);
        ProbeFact library = run.library("libcuda.so.1").orElseThrow();
        assertThat(library.flag("loaded")).isFalse();
        assertThat(library.text("error").orElseThrow()).contains("invalid ELF header");
        assertThat(run.stages("nvml")).allMatch(ProbeStage::good);
    }

    @Test
    void libraryThatIsNotThereIsExitCode2() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        ProbeRun run = bench.variable("LD_LIBRARY_PATH", empty.toString()).run(ProbeLevel.QUICK);
        assumeTrue(
                run.library("libcuda.so.1").filter(fact -> fact.flag("loaded")).isEmpty(),
                "this machine has a libcuda.so.1");

        assertThat(run.exit()).hasValue(2);
        assertThat(run.library("libcuda.so.1").orElseThrow().text("error"))
                .contains("libcuda.so.1: cannot open shared object file: No such file or directory");
        assertThat(run.simulated()).isFalse();
    }

    @Test
    void libraryWithoutTheFunctionsIsExitCode3() throws IOException {
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.copy(bench.driver().resolve("libnvidia-ml.so.1"), other.resolve("libcuda.so.1"));
        ProbeRun run = bench.before(other).run(ProbeLevel.QUICK);

        assertThat(run.exit()).hasValue(3);
        assertThat(run.facts("missing_symbol"))
                .extracting(fact -> fact.text("symbol").orElse(""))
                .contains("cuInit", "cuLaunchKernel");
    }

    @Test
    void nodesAreFoundAndOpenedAsAnotherUserToo() throws IOException {
        assumeTrue(Files.getAttribute(folder, "unix:uid").equals(0), "only root can become another user");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(bench.dev().resolve("nvidiactl"), PosixFilePermissions.fromString("rw-rw----"));
        Files.delete(bench.dev().resolve("nvidia-uvm"));
        ProbeRun run = bench.run(ProbeLevel.QUICK);

        assertThat(node(run, "system", "/dev/nvidiactl").number("open")).hasValue(0);
        assertThat(node(run, "nonroot", "/dev/nvidiactl").text("error")).contains("EACCES");
        assertThat(node(run, "nonroot", "/dev/nvidia0").number("open")).hasValue(0);
        assertThat(node(run, "nonroot", "/dev/nvidia0").number("uid")).hasValue(1000);
        assertThat(node(run, "system", "/dev/nvidia-uvm").flag("exists")).isFalse();
        assertThat(node(run, "system", "/dev/nvidiactl").text("mode")).contains("0660");
    }

    @Test
    void nodeMissingBreaksCudaWhereNvmlIsFine() throws IOException {
        Files.delete(bench.dev().resolve("nvidia-uvm"));
        ProbeRun run = bench.knob("DEV_ROOT", bench.dev().toString()).run(ProbeLevel.QUICK);

        assertThat(run.stages("nvml")).allMatch(ProbeStage::good);
        assertThat(run.call("cuda", "cuInit").orElseThrow().name()).isEqualTo("CUDA_ERROR_UNKNOWN");
    }

    @Test
    void sliceOfASplitGpuHasAMigIdentifier() {
        ProbeFact device = bench.knob("MIG", "slice")
                .run(ProbeLevel.IDENTITY)
                .fact("device")
                .orElseThrow();

        assertThat(device.text("name")).contains("NVIDIA H200 MIG 1g.18gb");
        assertThat(device.text("uuid").orElseThrow()).startsWith("MIG-");
    }

    @Test
    void splitGpuWithoutASliceHasNoDeviceForCuda() {
        ProbeRun run = bench.knob("MIG", "parent").run(ProbeLevel.IDENTITY);

        assertThat(run.fact("nvml_device").orElseThrow().number("mig_mode")).hasValue(1);
        assertThat(run.call("cuda", "cuInit").orElseThrow().name()).isEqualTo("CUDA_ERROR_NO_DEVICE");
    }

    @Test
    void valueThatADeviceDoesNotKnowIsLeftOut() {
        ProbeFact device = bench.knob("FAIL", "nvmlDeviceGetMigMode=3,nvmlDeviceGetEccMode=3")
                .run(ProbeLevel.IDENTITY)
                .fact("nvml_device")
                .orElseThrow();

        assertThat(device.number("mig_mode")).isEmpty();
        assertThat(device.number("ecc")).isEmpty();
        assertThat(device.number("persistence")).hasValue(1);
    }

    @Test
    void libraryAskedForIsLoadedInAProcessOfItsOwn() {
        ProbeRun run = bench.argument("--library", "libnvidia-ml.so.1", "--library", "libnot-there.so.7")
                .run(ProbeLevel.QUICK);

        List<ProbeFact> loads = run.facts("framework");
        assertThat(loads).extracting(fact -> fact.flag("loaded")).containsExactlyInAnyOrder(true, false);
        assertThat(run.stages("framework"))
                .extracting(stage -> stage.library().orElse(""))
                .containsExactlyInAnyOrder("libnvidia-ml.so.1", "libnot-there.so.7");
    }

    @Test
    void devicesHiddenByTheImageAreNotThere() {
        ProbeRun run = bench.variable("CUDA_VISIBLE_DEVICES", "-1").run(ProbeLevel.IDENTITY);

        assertThat(run.call("cuda", "cuInit").orElseThrow().name()).isEqualTo("CUDA_ERROR_NO_DEVICE");
        assertThat(run.facts("environment"))
                .anySatisfy(fact -> assertThat(fact.text("name").orElse("") + "="
                                + fact.text("value").orElse(""))
                        .isEqualTo("CUDA_VISIBLE_DEVICES=-1"));
    }

    @Test
    void knobsOfAFileBesideTheDriverCountToo() {
        Path own = SimulatedDriver.build(folder.resolve("own"));
        SimulatedDriver.set(own, Map.of("NAME", "Tesla T4", "CC", "7.5", "FAIL", "cuCtxSetCurrent=201"));
        ProbeRun run = bench.variable("LD_LIBRARY_PATH", own.toString()).run(ProbeLevel.QUICK);

        assertThat(run.fact("device").orElseThrow().text("name")).contains("Tesla T4");
        assertThat(run.failures("compute")).extracting(ProbeCall::name).containsExactly("CUDA_ERROR_INVALID_CONTEXT");
    }

    @Test
    void badUsageIsExitCode64() {
        Run run = bench.argument("--level", "deep").raw(ProbeLevel.QUICK);

        assertThat(run.code()).isEqualTo(64);
        assertThat(run.error()).isEqualTo("gpu-probe: [--level] is not understood.\n");
    }

    private static ProbeFact node(ProbeRun run, String stage, String path) {
        return run.facts("node").stream()
                .filter(fact -> fact.stage().equals(stage) && fact.text("path").equals(Optional.of(path)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void linesAreAsciiAndShort() {
        Run run = bench.variable("NVIDIA_VISIBLE_DEVICES", "ä\"\\\n" + "x".repeat(5000))
                .raw(ProbeLevel.QUICK);

        assertThat(run.out().getBytes(StandardCharsets.UTF_8)).doesNotContain((byte) 0xc3);
        assertThat(run.out().lines()).allMatch(line -> line.length() < 4096);
        assertThat(ProbeRun.parse(run.out()).unreadable()).isZero();
    }
}
