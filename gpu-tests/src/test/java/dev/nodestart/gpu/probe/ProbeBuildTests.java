package dev.nodestart.gpu.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The probe as it is built here against the copy in the repository, which machines without a compiler use. */
class ProbeBuildTests {

    private static final Path PREBUILT =
            Native.folder("main").resolve("../prebuilt/gpu-probe").normalize();

    @TempDir
    Path folder;

    private Path built;

    @BeforeEach
    void build() {
        SimulatedDriver.assumeGcc();
        built = folder.resolve("gpu-probe");
        Run.of(List.of("sh", Native.folder("main").resolve("build.sh").toString(), built.toString()), Map.of())
                .orThrow();
    }

    @Test
    void symbolsAreThoseOfTheOldestGlibc() {
        assertThat(Run.of(List.of("objdump", "-T", built.toString()), Map.of())
                        .orThrow()
                        .out()
                        .lines())
                .filteredOn(line -> line.contains("GLIBC_"))
                .isNotEmpty()
                .allMatch(line -> line.contains("GLIBC_2.2.5"));
        assertThat(Run.of(List.of("objdump", "-p", built.toString()), Map.of())
                        .orThrow()
                        .out()
                        .lines())
                .filteredOn(line -> line.contains("NEEDED"))
                .extracting(String::strip)
                .map(line -> line.replaceAll("\\s+", " "))
                .containsExactlyInAnyOrder("NEEDED libc.so.6", "NEEDED libdl.so.2");
    }

    @Test
    void sameCompilerGivesTheSameBytes() throws IOException {
        assumeTrue(
                compiler(built).equals(compiler(PREBUILT)),
                "the copy was built by [" + compiler(PREBUILT) + "], here is [" + compiler(built) + "]");

        assertThat(Files.mismatch(built, PREBUILT))
                .as("src/main/prebuilt/gpu-probe is not what the sources give: run src/main/native/build.sh"
                        + " src/main/prebuilt/gpu-probe")
                .isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cuInit=803", "cuLaunchKernel=719@1", "nvmlInit_v2=18"})
    void copyInTheRepositorySaysTheSame(String fault) throws IOException {
        Path driver = SimulatedDriver.build(folder.resolve("driver"));
        Map<String, String> environment = Map.of(
                "LD_LIBRARY_PATH", driver.toString(), "NODESTART_SIM_FAIL", fault, "NODESTART_SIM_MEM_MIB", "16");
        Path copy = ProbeBench.executable(folder.resolve("copy"), Files.readAllBytes(PREBUILT));

        assertThat(lines(copy, environment)).isEqualTo(lines(built, environment));
    }

    /** What it says in an order of its own, without times and rates. */
    private static List<String> lines(Path probe, Map<String, String> environment) {
        return Run.of(List.of(probe.toString(), "--level", "full", "--seed", "7"), environment)
                .out()
                .lines()
                .map(line -> line.replaceAll("\"(ms|gbps|min|max|free)\":[0-9.]+", "\"$1\":0"))
                .sorted()
                .toList();
    }

    private static String compiler(Path program) throws IOException {
        String bytes = new String(Files.readAllBytes(program), StandardCharsets.ISO_8859_1);
        int at = bytes.indexOf("GCC: (");
        return at < 0 ? "unknown" : bytes.substring(at, bytes.indexOf('\0', at));
    }
}
