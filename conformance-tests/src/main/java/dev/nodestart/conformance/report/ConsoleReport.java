package dev.nodestart.conformance.report;

import dev.nodestart.conformance.VerifyResult;
import java.io.IOException;

/** The report for people: the verdict and what to fix first, then what happened, then how to go on. */
public final class ConsoleReport implements ReportWriter {

    private final Style style;

    /** Makes a writer for a terminal, a pipe or a file. */
    public ConsoleReport(Style style) {
        this.style = style;
    }

    @Override
    public String format() {
        return "console";
    }

    @Override
    public void write(VerifyResult result, Appendable target) throws IOException {
        Page page = new Page(style);
        Headline.print(result, page);
        FixSection.print(result, page);
        Timeline.print(result.launch(), page);
        LaunchSections.image(result.launch(), page);
        LaunchSections.gpu(result.launch(), page);
        LaunchSections.initScripts(result.launch(), page);
        LaunchSections.files(result.launch(), page);
        CheckSections.matrix(result, page);
        CheckSections.notPassed(result, page);
        LaunchSections.notes(result.launch(), page);
        NextStep.print(result, page);
        target.append(page.toString());
    }
}
