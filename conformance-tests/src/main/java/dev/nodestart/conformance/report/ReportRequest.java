package dev.nodestart.conformance.report;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * One {@code --report FORMAT=FILE}.
 *
 * @param writer the format's writer
 * @param file where to write it
 */
public record ReportRequest(ReportWriter writer, Path file) {

    /**
     * Reads the flag's value.
     *
     * @throws IllegalArgumentException for another form, an unknown format or an impossible path; the message is for
     *     people
     */
    public static ReportRequest parse(String value) {
        int equals = value.indexOf('=');
        if (equals <= 0 || equals == value.length() - 1) {
            throw new IllegalArgumentException("--report: [" + value
                    + "] has not the form FORMAT=FILE, such as [json=report.json]. Known formats: "
                    + String.join(", ", ReportFormats.names()) + ".");
        }
        if (value.endsWith("=-")) {
            throw new IllegalArgumentException("--report: [" + value
                    + "] names no file, and a report is not written to standard output. Name a file, such as ["
                    + value.substring(0, equals) + "=report." + value.substring(0, equals) + "].");
        }
        ReportWriter writer = ReportFormats.named(value.substring(0, equals));
        try {
            return new ReportRequest(writer, Path.of(value.substring(equals + 1)));
        } catch (InvalidPathException failure) {
            throw new IllegalArgumentException(
                    "--report: [" + value.substring(equals + 1) + "] is not a path: " + failure.getReason() + ".",
                    failure);
        }
    }
}
