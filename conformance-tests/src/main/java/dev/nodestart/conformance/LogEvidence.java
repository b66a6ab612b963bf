package dev.nodestart.conformance;

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
final class LogEvidence {
    private static final int LINES_PER_FILE = 500;

    private LogEvidence() {}

    static List<String> of(Launch launch) {
        Path nodes = launch.recording().resolve("nodes");
        if (launch.state() == Launch.State.RUNNING || !Files.isDirectory(nodes)) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.walk(nodes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                // a log may hold any bytes: what is no UTF-8 is replaced, not refused
                List<String> all = new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
                lines.addAll(all.subList(Math.max(0, all.size() - LINES_PER_FILE), all.size()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }
}
