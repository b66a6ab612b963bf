package dev.nodestart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the packaged command runs from. */
class ClassPathIT {

    @Test
    void theCommandHasNoLibraryOfTestsOnItsClassPath() throws IOException {
        try (Stream<Path> jars = Files.list(Path.of("target", "lib"))) {
            List<String> names = jars.map(jar -> jar.getFileName().toString()).toList();
            assertThat(names)
                    .anyMatch(name -> name.startsWith("conformance-tests-"))
                    .noneMatch(name -> name.matches("(junit|opentest4j|assertj|testcontainers|byte-buddy|jna).*"));
        }
    }
}
