package dev.nodestart.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The node's own shell code, run by this machine's shells. */
class ShellScriptTests {
    private static final Path TREE = Path.of("src/main/node/databricks");

    @Test
    void everyScriptParses() throws IOException, InterruptedException {
        try (Stream<Path> files = Files.walk(TREE)) {
            List<Path> scripts = files.filter(Files::isRegularFile)
                    .filter(path -> head(path).startsWith("#!/bin/bash")
                            || path.toString().endsWith(".sh"))
                    .toList();
            assertThat(scripts).hasSizeGreaterThan(20);
            for (Path script : scripts) {
                String shell = head(script).startsWith("#!/bin/bash") ? "bash" : "sh";
                assertThat(run(shell, "-n", script.toString())).as("%s", script).isEmpty();
            }
        }
    }

    @Test
    void reportEscapesAsTheJavaSideDoes() throws IOException, InterruptedException {
        for (String shell : List.of("sh", "bash")) {
            assertThat(run(
                            shell,
                            "-c",
                            ". \"$1\"; ns_escape \"$2\"; printf %s \"$NS_ESCAPED\"",
                            "t",
                            TREE.resolve(".nodestart/report.sh").toString(),
                            "a\\b\tc\n[d]"))
                    .isEqualTo("a\\\\b\\tc\\n[d]");
        }
    }

    @Test
    void tailGivesTheLastLinesOfAFile(@TempDir Path folder) throws IOException, InterruptedException {
        Path log = folder.resolve("log");
        Files.writeString(log, "first\n".repeat(1_000) + "last \\n $x\nno newline");
        String tail = run(
                "sh",
                "-c",
                ". \"$1\"; PATH=/none; ns_tail \"$2\"; printf %s \"$NS_TAIL\"",
                "t",
                TREE.resolve(".nodestart/report.sh").toString(),
                log.toString());
        assertThat(tail).endsWith("first\nlast \\n $x\nno newline").hasSizeLessThan(1_300);
    }

    private static String head(Path path) {
        try {
            byte[] bytes = Files.readAllBytes(path);
            return new String(bytes, 0, Math.min(bytes.length, 20), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
