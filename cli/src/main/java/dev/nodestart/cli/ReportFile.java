package dev.nodestart.cli;

import dev.nodestart.conformance.VerifyResult;
import dev.nodestart.conformance.report.ReportRequest;
import dev.nodestart.conformance.report.SideBySide;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes reports to their files. */
final class ReportFile {
    private ReportFile() {}

    /** What a file of a format is usually called after its dot. */
    static String extension(String format) {
        return switch (format) {
            case "console" -> "txt";
            case "junit" -> "xml";
            case "markdown" -> "md";
            default -> format;
        };
    }

    static void writeAll(List<ReportRequest> requests, VerifyResult result) {
        SideBySide.write(requests, request -> write(request, result));
    }

    static void write(ReportRequest request, VerifyResult result) {
        Path file = request.file();
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            try (Writer writer = Files.newBufferedWriter(file)) {
                request.writer().write(result, writer);
            }
        } catch (IOException e) {
            throw CliFailure.badInput("The report [" + file + "] cannot be written: " + e.getMessage()
                    + ". Name a file in a folder that can be written to.");
        }
    }
}
