package dev.nodestart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nodestart.emulator.testing.TestEngine;
import dev.nodestart.emulator.testing.TestImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A matrix of two images on two lines, and what can be done with its recordings. */
@ExtendWith(TestEngine.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerifyIT {

    @TempDir
    static Path runs;

    private final Map<String, String> environment = new HashMap<>(System.getenv());
    private JsonNode cells = new ObjectMapper().createArrayNode();
    private Run matrix = new Run(0, "", "");

    @BeforeAll
    void verify(TestImages images) throws IOException {
        environment.put("NODESTART_RUNS", runs.toString());
        String broken = images.with("RUN rm /usr/bin/virtualenv");
        matrix = run(
                "matrix",
                images.whole(),
                broken,
                "--dbr",
                "15.4,14.3",
                "--env",
                "JNAME=java-17-openjdk-amd64",
                "--require",
                "jar,shell",
                "--report",
                "html=" + runs.resolve("reports"),
                "--report",
                "json=" + runs.resolve("reports"),
                "--json");
        assertThat(matrix.out()).as(matrix.err()).isNotEmpty();
        cells = new ObjectMapper().readTree(matrix.out()).path("verifications");
    }

    @Test
    void matrixTellsEachCombinationAndEndsWithTheWorst() {
        assertThat(cells.findValuesAsText("line")).containsExactly("15.4", "14.3", "15.4", "14.3");
        assertThat(cells.findValuesAsText("verdict"))
                .containsExactly("WORKS", "WORKS", "DOES_NOT_BOOT", "DOES_NOT_BOOT");
        assertThat(cells.get(2).path("diagnosis").get(0).path("id").asText()).isEqualTo("DCS-F01");
        assertThat(matrix.exitCode()).isEqualTo(3);
    }

    @Test
    void matrixWritesAReportOfEach() throws IOException {
        try (Stream<Path> files = Files.list(runs.resolve("reports"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .hasSize(8)
                    .filteredOn(name -> name.endsWith("_15.4.json"))
                    .hasSize(2);
        }
    }

    @Test
    void reportJudgesTheRecordedFactsAgainWithoutAnEngine() {
        List<String> flags = List.of("--require", "ssh", "--only", "ssh,system");

        Run run = recorded("report", recording(0), flags.get(0), flags.get(1), flags.get(2), flags.get(3));

        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(1);
        assertThat(run.out()).startsWith("DEGRADED").contains("SSH-001").doesNotContain("PYTHON-001");
    }

    @Test
    void diffNamesTheCause() {
        Run run = recorded("diff", recording(0), recording(2));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("  verdict: WORKS -> DOES_NOT_BOOT\n").contains("  DCS-F01: (none) -> ");
    }

    private String recording(int cell) {
        return cells.get(cell).path("recording").asText();
    }

    private Run run(String... arguments) {
        return Run.of(environment, arguments);
    }

    private static Run recorded(String... arguments) {
        return Run.of(Map.of("DOCKER_HOST", "unix:///does/not/exist"), arguments);
    }
}
