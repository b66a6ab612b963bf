package dev.nodestart.conformance;

import dev.nodestart.emulator.model.InitScriptRun;
import dev.nodestart.emulator.model.InitScriptStatus;
import dev.nodestart.emulator.model.Launch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The lines of a recording's logs from which a cause can be read; none for a cluster that runs. */
final class LogEvidence {
    private static final int LINES_PER_FILE = 500;
    private static final int LAST_WORDS = 3;

    private LogEvidence() {}

    static List<String> of(Launch launch) {
        Path nodes = launch.recording().resolve("nodes");
        if (launch.state() == Launch.State.RUNNING || !Files.isDirectory(nodes)) {
            return List.of();
        }
        List<InitScriptRun> failed = launch.initScripts().stream()
                .filter(script -> script.status() == InitScriptStatus.FAILED_EXECUTION)
                .toList();
        try (Stream<Path> files = Files.walk(nodes)) {
            List<Path> logs = files.filter(Files::isRegularFile).sorted().toList();
            return failed.isEmpty() ? ofStart(logs) : ofScripts(logs, failed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> ofStart(List<Path> logs) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path log : logs) {
            lines.addAll(tail(log));
        }
        return lines;
    }

    /** What a script said last says most about its end, and scripts that succeeded say nothing about it. */
    private static List<String> ofScripts(List<Path> logs, List<InitScriptRun> failed) throws IOException {
        List<String> lines = new ArrayList<>();
        List<String> lastWords = new ArrayList<>();
        for (InitScriptRun script : failed) {
            for (String stream : List.of(".stderr.log", ".stdout.log")) {
                for (Path log : logs) {
                    if (log.endsWith(script.logName() + stream)) {
                        List<String> said = new ArrayList<>(tail(log));
                        Collections.reverse(said);
                        lines.addAll(said);
                        lastWords(said).ifPresent(lastWords::add);
                    }
                }
            }
        }
        lines.addAll(lastWords);
        return lines;
    }

    /** A program's last words often follow the line that says what was wrong. */
    private static Optional<String> lastWords(List<String> newestFirst) {
        List<String> words = new ArrayList<>(newestFirst.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .limit(LAST_WORDS)
                .toList());
        Collections.reverse(words);
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of("The init script said last: [" + String.join(" | ", words) + "]");
    }

    /** A log may hold any bytes: what is no UTF-8 is replaced, not refused. */
    private static List<String> tail(Path file) throws IOException {
        List<String> all = new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                .lines()
                .toList();
        return all.subList(Math.max(0, all.size() - LINES_PER_FILE), all.size());
    }
}
