package dev.nodestart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** What the packaged command runs from. */
class ClassPathIT {

    @Test
    void theCommandCarriesNoLibraryOfTests() throws IOException {
        try (JarFile jar = new JarFile(Path.of("target", "nodestart-whole.jar").toFile())) {
            List<String> names = jar.stream().map(ZipEntry::getName).toList();
            assertThat(names)
                    .contains("dev/nodestart/conformance/Check.class")
                    .noneMatch(name -> name.matches("org/(junit|opentest4j|assertj|testcontainers|awaitility)/.*"));
        }
    }
}
