package dev.nodestart.conformance.report;

import dev.nodestart.conformance.VerifyResult;
import java.io.IOException;

/** Writes one result in one format. */
public interface ReportWriter {

    /** The name of the format, as in {@code --report FORMAT=FILE}. */
    String format();

    /**
     * Writes the whole report, ending with a line feed.
     *
     * @throws IOException where the target refuses it
     */
    void write(VerifyResult result, Appendable target) throws IOException;
}
