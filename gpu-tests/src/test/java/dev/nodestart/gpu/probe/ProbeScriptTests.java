package dev.nodestart.gpu.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProbeScriptTests {

    @TempDir
    Path folder;

    @Test
    void scriptFitsIntoOneArgument() {
        ProbeOptions options = ProbeOptions.of(ProbeLevel.FULL)
                .withPtxVersions(List.of("8.4"))
                .withLibraries(List.of("libcudart.so.12", "/databricks/python3/lib/it's/libcudnn.so.9"));

        assertThat(ProbeScript.of(GpuProbe.program(), options.arguments()).length())
                .isLessThan(ProbeScript.LONGEST);
    }

    @Test
    void argumentsAreThoseOfTheOptions() {
        assertThat(ProbeOptions.of(ProbeLevel.QUICK)
                        .withLimits(Duration.ofSeconds(20), 5)
                        .withMemoryCapMib(64)
                        .withPtxVersions(List.of("8.4"))
                        .withLibraries(List.of("libx.so"))
                        .arguments())
                .containsExactly(
                        "--level",
                        "quick",
                        "--total",
                        "20",
                        "--limit",
                        "5",
                        "--uid",
                        "1000",
                        "--memory-cap",
                        "64",
                        "--ptx-isa",
                        "8.4",
                        "--library",
                        "libx.so");
    }

    @Test
    void optionsThatCannotBeAreRefused() {
        ProbeOptions options = ProbeOptions.of(ProbeLevel.QUICK);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> options.withPtxVersions(List.of("8.4; rm")))
                .withMessage("The PTX version [8.4; rm] is not of the form 8.4.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options.withLibraries(List.of("")))
                .withMessage("The library name [] is empty or has a control character in it.");
    }

    @Test
    void scriptBringsRunsAndTakesAway() {
        Path driver = SimulatedDriver.build(folder.resolve("driver"));
        List<String> arguments = ProbeOptions.of(ProbeLevel.IDENTITY)
                .withLibraries(List.of("it's; $(x)"))
                .arguments();
        Run run = Run.of(
                List.of("sh", "-c", ProbeScript.of(GpuProbe.program(), arguments)),
                Map.of("LD_LIBRARY_PATH", driver.toString()));

        ProbeRun said = ProbeRun.parse(run.out());
        assertThat(said.exit()).hasValue(0);
        assertThat(said.fact("loader").orElseThrow().flag("exists")).isTrue();
        assertThat(said.problems()).isEmpty();
        assertThat(run.out().strip()).endsWith("{\"harness\":\"exit\",\"code\":0}");
        assertThat(run.error()).isEmpty();
        assertThat(Path.of("/tmp")).isDirectoryNotContaining("glob:**/.gpu-probe.*");
    }

    @Test
    void programThatCannotBeRunIsASentence() {
        SimulatedDriver.assumeGcc();
        byte[] foreign = "#!/nowhere/loader\n".getBytes(StandardCharsets.UTF_8);
        Run run = Run.of(List.of("sh", "-c", ProbeScript.of(foreign, List.of())), Map.of());

        ProbeRun said = ProbeRun.parse(run.out());
        assertThat(said.complete()).isFalse();
        assertThat(said.problems())
                .singleElement()
                .satisfies(sentence -> assertThat(sentence)
                        .matches("The GPU probe could not be started: the shell gave code 12[67] in /\\S+\\."));
    }

    @Test
    void everyLineOfTheScriptIsShortButTheProgram() {
        String script = ProbeScript.of(new byte[] {1, 2, 3}, List.of("--level", "quick"));

        assertThat(script).contains("\"$probe\" '--level' 'quick'\n").startsWith("data=AQID\n");
    }

    @Test
    void programIsAnX86LinuxProgram() {
        byte[] program = GpuProbe.program();

        assertThat(program).startsWith(0x7f, 'E', 'L', 'F', 2, 1);
        assertThat(program[18]).isEqualTo((byte) 62); // EM_X86_64
        assertThat(Files.exists(Native.folder("main").resolve("../prebuilt/gpu-probe")))
                .isTrue();
    }
}
