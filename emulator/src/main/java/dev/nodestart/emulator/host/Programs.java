package dev.nodestart.emulator.host;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Finds programs on a search path and runs them. */
public final class Programs {

    private static final int TAIL = 20;
    /** Where a system's own programs are, also for a user whose PATH leaves them out. */
    private static final List<String> SYSTEM = List.of("/usr/local/sbin", "/usr/sbin", "/sbin");

    private final Map<String, String> environment;
    private final List<Path> folders;

    private Programs(Map<String, String> environment, List<Path> folders) {
        this.environment = Map.copyOf(environment);
        this.folders = List.copyOf(folders);
    }

    /** Returns the programs of an environment's PATH, and behind them those of the system folders. */
    public static Programs of(Map<String, String> environment) {
        List<Path> folders = new ArrayList<>();
        for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator)) {
            if (!folder.isEmpty()) {
                folders.add(Path.of(folder));
            }
        }
        SYSTEM.forEach(folder -> folders.add(Path.of(folder)));
        return new Programs(environment, folders);
    }

    /** Returns the programs of one folder and no other, for tests. */
    static Programs only(Path folder) {
        return new Programs(Map.of("PATH", folder + ":/usr/bin:/bin"), List.of(folder));
    }

    /** Returns the path of a program, empty where it is not installed. */
    public Optional<Path> find(String program) {
        return folders.stream()
                .map(folder -> folder.resolve(program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Returns whether all these programs are installed. */
    public boolean has(String... programs) {
        for (String program : programs) {
            if (find(program).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /**
     * Runs a program to its end with nothing on its standard input.
     *
     * @param limit how long it may run; then it and its children are ended
     * @param extra variables on top of the environment
     * @param output hears each line of standard output and standard error
     * @param command program and arguments
     * @return exit code and last lines; exit code 127 where the program is missing, 124 where it ran past its limit
     */
    public Run run(Duration limit, Map<String, String> extra, Consumer<String> output, String... command) {
        Optional<Path> program = find(command[0]);
        if (program.isEmpty()) {
            return new Run(127, List.of("%s: not found".formatted(command[0])));
        }
        List<String> line = new ArrayList<>(List.of(command));
        line.set(0, program.get().toString());
        ProcessBuilder builder = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().putAll(extra);
        try {
            return follow(builder.start(), limit, output);
        } catch (IOException e) {
            return new Run(126, List.of(String.valueOf(e.getMessage())));
        }
    }

    private static Run follow(Process process, Duration limit, Consumer<String> output) throws IOException {
        Deque<String> tail = new ArrayDeque<>();
        Thread reader = new Thread(() -> read(process, tail, output), "output of " + process.pid());
        reader.setDaemon(true);
        reader.start();
        try {
            boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
            // A daemon that the program left behind may hold the stream for ever.
            reader.join(1_000);
            synchronized (tail) {
                return new Run(ended ? process.exitValue() : 124, List.copyOf(tail));
            }
        } catch (InterruptedException e) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static void read(Process process, Deque<String> tail, Consumer<String> output) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.accept(line);
                synchronized (tail) {
                    tail.addLast(line);
                    if (tail.size() > TAIL) {
                        tail.removeFirst();
                    }
                }
            }
        } catch (IOException ended) {
            output.accept("(output ended: %s)".formatted(ended.getMessage()));
        }
    }

    /**
     * How a program ended.
     *
     * @param exitCode its exit code
     * @param tail its last lines of output, at most 20
     */
    public record Run(int exitCode, List<String> tail) {

        /** Returns whether it ended with exit code 0. */
        public boolean ok() {
            return exitCode == 0;
        }

        /** Returns the last line that says something, for the end of a message. */
        String lastLine() {
            for (int i = tail.size() - 1; i >= 0; i--) {
                if (!tail.get(i).isBlank()) {
                    return tail.get(i).strip();
                }
            }
            return "it printed nothing";
        }
    }
}
