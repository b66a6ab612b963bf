package dev.nodestart.emulator.recording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The logs that a recording holds. */
public final class RecordedLogs {
    private static final List<String> FOLDERS = List.of("init_scripts", "driver", "spark");

    private RecordedLogs() {}

    /** The names of the nodes that have logs, driver first. */
    public static List<String> nodes(Recording recording) {
        // "driver" sorts before "worker-1", and worker-2 before worker-10
        return list(recording.folder().resolve("nodes"), Files::isDirectory).stream()
                .map(folder -> folder.getFileName().toString())
                .sorted(java.util.Comparator.comparing((String name) -> !name.equals("driver"))
                        .thenComparing(String::length)
                        .thenComparing(name -> name))
                .toList();
    }

    /** What a node wrote to its console while its launcher listened; empty where it wrote nothing. */
    public static List<LogFile> console(Recording recording, String node) {
        Path file = recording.nodeFolder(node).resolve("console.log");
        return Files.isRegularFile(file) ? List.of(new LogFile(node, "", "console.log", read(file))) : List.of();
    }

    /** A node's log files, as they were fetched when the run ended. */
    public static List<LogFile> files(Recording recording, String node) {
        List<LogFile> logs = new ArrayList<>();
        for (String folder : FOLDERS) {
            for (Path file : list(recording.nodeFolder(node).resolve(folder), Files::isRegularFile)) {
                logs.add(new LogFile(node, folder, file.getFileName().toString(), read(file)));
            }
        }
        return logs;
    }

    private static List<Path> list(Path folder, java.util.function.Predicate<Path> wanted) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(wanted).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The recording [" + folder + "] cannot be read.", e);
        }
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The recording [" + file + "] cannot be read.", e);
        }
    }
}
