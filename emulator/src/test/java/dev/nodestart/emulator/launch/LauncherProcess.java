package dev.nodestart.emulator.launch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A {@link LauncherMain} in a Java process of its own. */
final class LauncherProcess {
    private final Process process;
    private final BufferedReader output;

    private LauncherProcess(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts it, with a temporary folder of its own. */
    static LauncherProcess start(Path folder, String image, int workers) throws IOException {
        return start(folder, image, workers, Limits.DEFAULT.lease());
    }

    /** Starts it with nodes that end so long after it was last heard of. */
    static LauncherProcess start(Path folder, String image, int workers, Duration lease) throws IOException {
        Path temporary = Files.createDirectories(folder.resolve("tmp"));
        return new LauncherProcess(new ProcessBuilder(List.of(
                        // a build that runs in the background ignores SIGINT, and so would a process that it starts
                        "env",
                        "--default-signal=INT",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-UsePerfData",
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        classPath(),
                        LauncherMain.class.getName(),
                        folder.toString(),
                        image,
                        Integer.toString(workers),
                        Long.toString(lease.toSeconds())))
                .redirectErrorStream(true)
                .start());
    }

    /** The class path of this test; a test runner may have put it into the manifest of a jar. */
    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /** The next line that it says, or null at the end. */
    @org.jspecify.annotations.Nullable
    String line() throws IOException {
        return output.readLine();
    }

    /** Reads up to a line that begins so. */
    String await(String beginning) throws IOException {
        StringBuilder before = new StringBuilder();
        for (String line = line(); line != null; line = line()) {
            if (line.startsWith(beginning)) {
                return line;
            }
            before.append(line).append('\n');
        }
        throw new AssertionError("The process ended before it said [" + beginning + "]:\n" + before);
    }

    /** Ends its input, so that it closes its cluster. */
    void finish() throws IOException {
        process.getOutputStream().close();
    }

    /** It does nothing more, but is there: as a machine that hangs. */
    void freeze() throws IOException, InterruptedException {
        signal("STOP");
    }

    /** As Ctrl-C or {@code kill -9} does it. */
    void kill(String signal) throws IOException, InterruptedException {
        signal(signal);
        output.close();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("The process did not end after SIG" + signal + ".");
        }
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }
}
