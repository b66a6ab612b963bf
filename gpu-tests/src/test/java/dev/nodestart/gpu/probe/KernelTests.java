package dev.nodestart.gpu.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The kernels are text that a driver compiles; here NVIDIA's own assembler reads them, where it is installed. */
class KernelTests {

    private static final Path KERNELS = Native.folder("main").resolve("kernels.ptx");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {50, 60, 70, 75, 80, 86, 89, 90})
    void ptxasAssemblesTheKernelsFor(int sm) {
        assemble(KERNELS, sm);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.0 sm_70", "6.3 sm_75"})
    void ptxasAssemblesThemWithTheNewerTargetsThatAreTriedNext(String version) throws IOException {
        String[] parts = version.split(" ");
        Path text = folder.resolve("kernels.ptx");
        Files.writeString(
                text,
                Files.readString(KERNELS)
                        .replace(".version 6.0", ".version " + parts[0])
                        .replace(".target sm_50", ".target " + parts[1]));
        assemble(text, 90);
    }

    @Test
    void entriesAreThoseThatTheProbeLaunches() throws IOException {
        List<String> entries = Pattern.compile("\\.entry (\\w+)\\(")
                .matcher(Files.readString(KERNELS))
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(entries)
                .containsExactly(
                        "vadd", "hash", "fma", "pattern_write", "pattern_verify", "copy16", "read16", "write16");
        assertThat(Files.readString(KERNELS))
                .contains("\n.version 6.0\n.target sm_50\n")
                .isASCII();
    }

    private void assemble(Path text, int sm) {
        assumeTrue(
                SimulatedDriver.onPath("ptxas"),
                "there is no ptxas on the PATH (Debian: nvidia-cuda-toolkit), so the kernels are not assembled");
        Run run = Run.of(
                List.of(
                        "ptxas",
                        "-arch=sm_" + sm,
                        text.toString(),
                        "-o",
                        folder.resolve("out").toString()),
                Map.of());

        assertThat(run.error()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(folder.resolve("out")).isNotEmptyFile();
    }
}
