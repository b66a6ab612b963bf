package dev.nodestart.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Golden files of reports. {@code -Dgolden=write} writes them anew, to be looked at before they are committed. */
final class Golden {

    private static final Path FOLDER = Path.of("src/test/resources/dev/nodestart/conformance/report");

    private Golden() {}

    static void assertMatches(String name, String text) throws IOException {
        Path file = FOLDER.resolve(name);
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file));
    }
}
