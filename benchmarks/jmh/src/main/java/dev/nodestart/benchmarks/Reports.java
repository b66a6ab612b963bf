package dev.nodestart.benchmarks;

import dev.nodestart.conformance.VerifyResult;
import dev.nodestart.conformance.report.ReportFormats;
import dev.nodestart.conformance.report.ReportRequest;
import dev.nodestart.conformance.report.SideBySide;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes a result of many checks in every format into a folder, as {@code verify} and {@code report} write several. */
final class Reports {

    /** Takes the number of checks and the folder. */
    public static void main(String[] arguments) {
        VerifyResult result = SampleResult.of(Integer.parseInt(arguments[0]));
        Path folder = Path.of(arguments[1]);
        List<ReportRequest> requests = ReportFormats.names().stream()
                .map(format -> new ReportRequest(ReportFormats.named(format), folder.resolve("report." + format)))
                .toList();
        SideBySide.write(requests, request -> write(request, result));
    }

    private static void write(ReportRequest request, VerifyResult result) {
        try (Writer writer = Files.newBufferedWriter(request.file())) {
            request.writer().write(result, writer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
