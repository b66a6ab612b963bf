package dev.nodestart.conformance.junit;

import dev.nodestart.conformance.VerifyResult;
import dev.nodestart.conformance.report.ReportFormats;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Attaches reports, logs and the recording of a launch to a test's output. */
final class Attachments {
    private static final String FOLDER = "nodestart";

    private Attachments() {}

    static void publish(Cluster cluster, ExtensionContext context) {
        Path recording = cluster.launch().recording();
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put("nodestart.state", cluster.launch().state().name());
        cluster.verified()
                .ifPresent(result ->
                        entry.put("nodestart.verdict", result.verdict().name()));
        entry.put("nodestart.recording", recording.toString());
        context.publishReportEntry(entry);
        context.publishDirectory(FOLDER, folder -> {
            // JUnit's folder lasts from run to run
            clear(folder);
            copy(recording, folder);
            if (cluster.verified().isPresent()) {
                write(cluster.verified().get(), folder);
            }
        });
    }

    private static void write(VerifyResult result, Path folder) throws IOException {
        for (String format : ReportFormats.names()) {
            try (Writer file = Files.newBufferedWriter(folder.resolve("report." + extension(format)))) {
                ReportFormats.named(format).write(result, file);
            }
        }
    }

    private static String extension(String format) {
        return switch (format) {
            case "console" -> "txt";
            case "junit" -> "junit.xml";
            case "markdown" -> "md";
            default -> format;
        };
    }

    private static void clear(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            List<Path> paths = tree.filter(path -> !path.equals(folder))
                    .sorted(Comparator.reverseOrder())
                    .toList();
            for (Path path : paths) {
                Files.delete(path);
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(from)) {
            List<Path> files = tree.filter(Files::isRegularFile).toList();
            for (Path file : files) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
