package dev.nodestart.gpu.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nodestart.emulator.data.DataFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of a user's own, beside the built-in ones. */
class UserTablesTests {
    @TempDir
    Path folder;

    @Test
    void profileOfALineTakesThePlaceOfTheBuiltInOne() throws IOException {
        write("driver-profiles.json", """
                {"profiles": [{"name": "dbr-15.4-aws", "line": "15.4", "cloud": "aws", "driver": "535.161.07",
                  "source": "nvidia-smi on our cluster", "confidence": "U"}]}
                """);
        CudaTables tables = CudaTables.with(folder);

        assertThat(tables.profile("15.4", "aws").flatMap(DriverProfile::driver)).contains(Version.of("535.161.07"));
        assertThat(tables.profiles()).hasSameSizeAs(CudaTables.builtIn().profiles());
        assertThat(tables.profile("15.4", "azure").orElseThrow().driver()).isEmpty();
    }

    @Test
    void gpuAndToolkitsComeBesideTheBuiltInOnes() throws IOException {
        write("gpus.json", """
                {"gpus": [{"name": "B200", "named": "\\\\bB200\\\\b", "compute_capability": "10.0", "first_toolkit": "12.8",
                  "floor_gb_per_s": 3500, "instances": ["ours"], "source": "our data sheet", "confidence": "U"}]}
                """);
        write("cuda.json", """
                {"toolkits": [{"toolkit": "13.2.0", "driver": "595.45.04", "source": "its installer", "confidence": "U"}]}
                """);
        CudaTables tables = CudaTables.with(folder);

        assertThat(tables.gpu("NVIDIA B200").map(GpuModel::floor)).contains(3500);
        assertThat(tables.gpu("NVIDIA H200").map(GpuModel::name)).contains("H200");
        assertThat(tables.ownDriver(Version.of("13.2")).map(ToolkitRow::driver)).contains(Version.of("595.45.04"));
        assertThat(tables.family(Version.of("13.2")).map(ToolkitRow::driver)).contains(Version.of("580.65.06"));
    }

    @Test
    void withWhenTheFolderHasNoneGivesTheBuiltInTables() {
        assertThat(CudaTables.with(folder).profile("air-aws").flatMap(DriverProfile::driver))
                .isEqualTo(Optional.of(Version.of("580.126.16")));
    }

    @Test
    void withWhenAKeyIsWrongNamesFileAndPlace() throws IOException {
        write("driver-profiles.json", "{\"profile\": []}");

        assertThatThrownBy(() -> CudaTables.with(folder))
                .isInstanceOf(DataFileException.class)
                .hasMessage("Data file [" + folder.resolve("driver-profiles.json")
                        + "] cannot be used: [/profile] is not known here; known are [profiles].");
    }

    @Test
    void withWhenANameIsNoExpressionSaysSo() throws IOException {
        write("gpus.json", """
                {"gpus": [{"name": "X", "named": "(", "compute_capability": "1.0", "first_toolkit": "1.0",
                  "floor_gb_per_s": 1, "instances": [], "source": "s", "confidence": "U"}]}
                """);

        assertThatThrownBy(() -> CudaTables.with(folder))
                .isInstanceOf(DataFileException.class)
                .hasMessage("Data file [" + folder.resolve("gpus.json")
                        + "] cannot be used: [/gpus/0/named] is no regular expression: Unclosed group.");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
