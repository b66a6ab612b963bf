package dev.nodestart.cli;

import dev.nodestart.emulator.model.Launch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The lines of a recording's logs from which a cause can be read; none for a cluster that runs. */
final class EvidenceFiles {
    private static final int LINES_PER_FILE = 500;

    private EvidenceFiles() {}

    static List<String> of(Launch launch) {
        Path nodes = launch.recording().resolve("nodes");
        if (launch.state() == Launch.State.RUNNING || !Files.isDirectory(nodes)) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.walk(nodes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                List<String> all =
                        Files.readString(file, StandardCharsets.UTF_8).lines().toList();
                lines.addAll(all.subList(Math.max(0, all.size() - LINES_PER_FILE), all.size()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }
}
