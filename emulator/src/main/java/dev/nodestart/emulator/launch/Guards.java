package dev.nodestart.emulator.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The guards that wait on this machine: each one's run has a launcher that is alive. */
public final class Guards {
    private static final Path PROC = Path.of("/proc");

    private Guards() {}

    /** Ids of the runs that are guarded; those of other users' too, where their processes can be seen. */
    public static Set<String> guarded() {
        Set<String> runs = new HashSet<>();
        for (List<String> command : commands()) {
            runOf(command).ifPresent(runs::add);
        }
        return runs;
    }

    /** A guard that has begun to sweep is a Java process, and guards no more. */
    static Optional<String> runOf(List<String> command) {
        return command.contains(Guard.NAME) ? Optional.of(command.get(command.size() - 1)) : Optional.empty();
    }

    private static List<List<String>> commands() {
        if (!Files.isDirectory(PROC.resolve("self"))) {
            return ProcessHandle.allProcesses()
                    .map(process -> process.info().arguments())
                    .flatMap(Optional::stream)
                    .map(Arrays::asList)
                    .toList();
        }
        // Java's own reading ends at 4 KB, and a guard's command line holds a class path
        try (Stream<Path> processes = Files.list(PROC)) {
            return processes
                    .filter(process -> process.getFileName().toString().matches("\\d+"))
                    .map(Guards::command)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(Path process) {
        try {
            String text = Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1);
            return List.of(text.split("\0"));
        } catch (IOException e) {
            // it has just ended
            return List.of();
        }
    }
}
