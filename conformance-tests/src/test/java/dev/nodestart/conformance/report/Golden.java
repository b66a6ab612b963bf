package dev.nodestart.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Golden files of reports. {@code -Dgolden=write} writes them anew, to be looked at before they are committed. */
final class Golden {

    private static final Path FOLDER = Path.of("src/test/resources/dev/nodestart/conformance/report");

    private Golden() {}

    /** What a writer writes about a verification, compared with {@code <verification>.<extension>}. */
    static void assertMatches(ReportWriter writer, Verifications verification, String extension) throws IOException {
        assertMatches(verification.name().toLowerCase(Locale.ROOT) + "." + extension, written(writer, verification));
    }

    static String written(ReportWriter writer, Verifications verification) throws IOException {
        StringBuilder text = new StringBuilder();
        writer.write(verification.result(), text);
        return text.toString();
    }

    static void assertMatches(String name, String text) throws IOException {
        Path file = FOLDER.resolve(name);
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file));
    }
}
