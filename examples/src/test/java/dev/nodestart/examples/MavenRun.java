package dev.nodestart.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A run of Maven, as a person starts it.
 *
 * @param exitCode its exit code
 * @param output what it wrote
 */
record MavenRun(int exitCode, String output) {
    private static final long LIMIT_MINUTES = 20;

    static MavenRun of(Path folder, String... arguments) {
        Path home = Path.of(System.getProperty("nodestart.maven", ""));
        String name = System.getProperty("os.name", "").startsWith("Windows") ? "mvn.cmd" : "mvn";
        List<String> command = new ArrayList<>(List.of(
                Files.isRegularFile(home.resolve("bin").resolve(name))
                        ? home.resolve("bin").resolve(name).toString()
                        : name,
                "--batch-mode",
                "--no-snapshot-updates",
                "-Dstyle.color=never"));
        command.addAll(List.of(arguments));
        try {
            Path log = Files.createTempFile("nodestart-maven", ".log");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            // this build's own settings are not those of the one that it starts
            builder.environment().remove("MAVEN_OPTS");
            Process process = builder.start();
            boolean ended = process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES);
            if (!ended) {
                process.destroyForcibly().waitFor();
            }
            String output = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
            Files.delete(log);
            return new MavenRun(ended ? process.exitValue() : -1, output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while Maven ran.", e);
        }
    }
}
