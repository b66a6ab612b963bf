package dev.nodestart.emulator.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nodestart.emulator.data.Provenance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserDescriptorsTests {
    @TempDir
    Path folder;

    @Test
    void withWhenFileExtendsALineTakesTheRestFromIt() throws IOException {
        line("19.json", """
                {"extends": "18", "line": "19", "name": "19",
                 "spark_version": {"versions": "19(\\\\.[0-9]+)?"},
                 "spark": {"version": "4.2.0", "source": "our notes", "confidence": "I"}}
                """);
        Runtimes runtimes = Runtimes.with(folder);
        RuntimeChoice choice = runtimes.choose("19.0.x-scala2.13").orElseThrow();
        assertThat(choice.exact()).isTrue();
        assertThat(choice.descriptor().spark()).isEqualTo("4.2.0");
        assertThat(choice.descriptor().scala()).containsExactly("2.13");
        assertThat(choice.descriptor().provenance())
                .containsEntry("spark", new Provenance("our notes", Provenance.Confidence.INFERRED));
        assertThat(runtimes.list()).extracting(RuntimeSummary::line).endsWith("18", "19");
    }

    @Test
    void withWhenLineIsBuiltInReplacesIt() throws IOException {
        line("a.json", """
                {"extends": "15.4", "java": {"default": 17, "gates": [17]}}
                """);
        Runtimes runtimes = Runtimes.with(folder);
        assertThat(runtimes.find("15.4").orElseThrow().java().defaultMajor()).isEqualTo(17);
        assertThat(runtimes.list()).hasSize(12);
    }

    @Test
    void withWhenFlagsAreGivenReplacesThoseOfThatJava() throws IOException {
        line("a.json", """
                {"extends": "15.4",
                 "java": {"flags": {"17": {"flags": ["-Xss8m"], "source": "us", "confidence": "D"}}}}
                """);
        JavaSettings java = Runtimes.with(folder).find("15.4").orElseThrow().java();
        assertThat(java.flags(17)).containsExactly("-Xss8m");
        assertThat(java.flags(8)).contains("-Xss4m");
    }

    @Test
    void withWhenKeyIsUnknownNamesFileAndPointer() throws IOException {
        Path file = line("a.json", """
                {"extends": "15.4", "java": {"defualt": 17}}
                """);
        assertThatThrownBy(() -> Runtimes.with(folder))
                .hasMessage("Data file [" + file + "] cannot be used: [/java/defualt] is not known here;"
                        + " known are [base_image, confidence, default, flags, gates, source].");
    }

    @Test
    void withWhenGroupIsMissingNamesIt() throws IOException {
        Path file = line("a.json", "{\"line\": \"19\", \"name\": \"19\"}");
        assertThatThrownBy(() -> Runtimes.with(folder))
                .hasMessage("Data file [" + file + "] cannot be used: [/spark_version] is missing.");
    }

    @Test
    void withWhenExtendedLineIsUnknownNamesTheKnownOnes() throws IOException {
        Path file = line("a.json", "{\"extends\": \"15.5\"}");
        assertThatThrownBy(() -> Runtimes.with(folder))
                .hasMessage("Data file [" + file + "] cannot be used: [/extends] must name a built-in line, one of"
                        + " [7.3, 8.x, 9.1, 10.4, 11.3, 12.2, 13.3, 14.3, 15.4, 16.4, 17.3, 18].");
    }

    @Test
    void withWhenKernelIsUnknownNamesTheTwo() throws IOException {
        Path file = line("a.json", "{\"extends\": \"15.4\", \"repl\": {\"kernel\": \"xeus\"}}");
        assertThatThrownBy(() -> Runtimes.with(folder))
                .hasMessage(
                        "Data file [" + file + "] cannot be used: [/repl/kernel] must be ipykernel or pythonshell.");
    }

    @Test
    void withWhenVersionsAreNoPatternSaysSo() throws IOException {
        Path file = line("a.json", "{\"extends\": \"15.4\", \"spark_version\": {\"versions\": \"(\"}}");
        assertThatThrownBy(() -> Runtimes.with(folder))
                .hasMessage("Data file [" + file + "] cannot be used: [/spark_version/versions] must be a regular"
                        + " expression.");
    }

    @Test
    void withWhenFolderIsMissingSaysWhatToGive() {
        Path missing = folder.resolve("gone");
        assertThatThrownBy(() -> Runtimes.with(missing))
                .hasMessage("Descriptor folder [" + missing + "] is not there; give one with [lines/*.json]"
                        + " or [node-types.json] in it.");
    }

    @Test
    void withWhenFolderHoldsNothingSaysSo() {
        assertThatThrownBy(() -> Runtimes.with(folder))
                .hasMessage("Descriptor folder [" + folder + "] holds neither [lines/*.json] nor [node-types.json].");
    }

    @Test
    void withWhenNodeTypesAreGivenAddsAndReplacesThem() throws IOException {
        Files.writeString(folder.resolve("node-types.json"), """
                {"source": "us", "confidence": "D", "types": [
                  {"id": "i3.xlarge", "cores": 2, "memory_gib": 1, "disk_gb": 1},
                  {"id": "rack-1", "cores": 64, "memory_gib": 0.5, "disk_gb": 2, "architecture": "arm64"}]}
                """);
        assertThat(Runtimes.with(folder).list()).hasSize(12);
        NodeTypes types = NodeTypes.with(folder);
        assertThat(types.find("i3.xlarge"))
                .contains(new NodeType("i3.xlarge", 2, 1L << 30, 1_000_000_000L, 0, "", "amd64"));
        assertThat(types.find("rack-1")).contains(new NodeType("rack-1", 64, 1L << 29, 2_000_000_000L, 0, "", "arm64"));
        assertThat(types.find("g5.xlarge")).isPresent();
    }

    private Path line(String name, String content) throws IOException {
        Path lines = Files.createDirectories(folder.resolve("lines"));
        return Files.writeString(lines.resolve(name), content);
    }
}
