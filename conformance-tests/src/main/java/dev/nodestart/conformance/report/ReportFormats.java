package dev.nodestart.conformance.report;

import dev.nodestart.conformance.UnknownNameException;
import java.util.List;

/** The formats that a report can be written in. */
public final class ReportFormats {

    private static final String FLAG = "--report";

    private ReportFormats() {}

    /** The names of all formats. */
    public static List<String> names() {
        return writers().stream().map(ReportWriter::format).toList();
    }

    /**
     * The writer of a format, for files: without colour.
     *
     * @throws UnknownNameException naming the known ones
     */
    public static ReportWriter named(String format) {
        return writers().stream()
                .filter(writer -> writer.format().equals(format))
                .findFirst()
                .orElseThrow(() -> new UnknownNameException(FLAG, "format", format, names()));
    }

    private static List<ReportWriter> writers() {
        return List.of(
                new ConsoleReport(Style.plain()),
                new JsonReport(),
                new JunitReport(),
                new SarifReport(),
                new HtmlReport(),
                new MarkdownReport(),
                new TapReport());
    }
}
