package dev.nodestart.benchmarks;

import dev.nodestart.conformance.VerifyResult;
import dev.nodestart.conformance.report.ReportFormats;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a result of many checks in every format into a folder; prints the milliseconds of each. */
final class Reports {

    /** Takes the number of checks and the folder. */
    public static void main(String[] arguments) throws IOException {
        VerifyResult result = SampleResult.of(Integer.parseInt(arguments[0]));
        Path folder = Path.of(arguments[1]);
        StringBuilder times = new StringBuilder();
        for (String format : ReportFormats.names()) {
            long before = System.nanoTime();
            try (Writer writer = Files.newBufferedWriter(folder.resolve("report." + format))) {
                ReportFormats.named(format).write(result, writer);
            }
            times.append(format)
                    .append(' ')
                    .append((System.nanoTime() - before) / 1_000_000)
                    .append('\n');
        }
        System.out.print(times);
    }
}
