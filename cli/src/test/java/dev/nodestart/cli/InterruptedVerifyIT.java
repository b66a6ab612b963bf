package dev.nodestart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.launch.Labels;
import dev.nodestart.emulator.testing.TestEngine;
import dev.nodestart.emulator.testing.TestImages;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Given a verification whose checks run, when Ctrl-C comes, then nothing is said of the image and nothing is left. */
@ExtendWith(TestEngine.class)
class InterruptedVerifyIT {
    @TempDir
    Path folder;

    @Test
    void verifyWhenInterruptedWhileChecksRunSaysNoVerdict(Engine engine, TestImages images) throws Exception {
        Path said = folder.resolve("out");
        Process process = start(images.whole(), said);
        String runId;
        try (BufferedReader progress = process.errorReader()) {
            runId = untilChecksRun(progress);
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ended").isTrue();
        }

        assertThat(process.exitValue()).isEqualTo(130);
        assertThat(said).isEmptyFile();
        assertThat(folder.resolve("runs").resolve(runId).resolve("verify.json")).doesNotExist();
        assertThat(engine.containers().labelled(List.of(Labels.RUN + "=" + runId)))
                .isEmpty();
    }

    private Process start(String image, Path said) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                // a build that runs in the background ignores SIGINT, and so would a process that it starts
                "env",
                "--default-signal=INT",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "dev.nodestart.cli.Main",
                "verify",
                image,
                "--debug",
                "--env",
                "JNAME=java-17-openjdk-amd64");
        builder.environment().put("NODESTART_RUNS", folder.resolve("runs").toString());
        return builder.redirectOutput(said.toFile()).start();
    }

    /** The checks begin when the last stage is over; they take seconds. */
    private String untilChecksRun(BufferedReader progress) throws IOException {
        StringBuilder before = new StringBuilder();
        for (String line = progress.readLine(); line != null; line = progress.readLine()) {
            if (line.startsWith("  driver: running ok")) {
                try (var runs = Files.list(folder.resolve("runs"))) {
                    return runs.findFirst().orElseThrow().getFileName().toString();
                }
            }
            before.append(line).append('\n');
        }
        throw new AssertionError("The process ended before its checks ran:\n" + before);
    }
}
