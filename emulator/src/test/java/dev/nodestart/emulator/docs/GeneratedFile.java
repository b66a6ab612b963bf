package dev.nodestart.emulator.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of the repository that is made from data; {@code -Dnodestart.generate=true} writes it anew. */
final class GeneratedFile {
    /** Tests run in the folder of their module. */
    static final Path REPOSITORY = Path.of("..");

    private GeneratedFile() {}

    static void assertCurrent(String path, String content) throws IOException {
        Path file = REPOSITORY.resolve(path);
        if (Boolean.getBoolean("nodestart.generate")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        }
        assertThat(file)
                .as("run: mvn -pl emulator -am test -Dtest='*GeneratedTests' -Dnodestart.generate=true")
                .hasContent(content);
    }
}
