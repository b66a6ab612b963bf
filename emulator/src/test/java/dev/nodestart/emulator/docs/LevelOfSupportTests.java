package dev.nodestart.emulator.docs;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.emulator.docs.SupportPage.Named;
import dev.nodestart.emulator.docs.SupportPage.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page docs/level-of-support.md promises nothing that no test holds. */
class LevelOfSupportTests {
    @Test
    void everyRowHasALevelAndASource() throws IOException {
        List<Row> rows = rows();

        assertThat(rows).hasSizeGreaterThan(40);
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.level()).isIn("emulated", "approximated", "not emulated");
            assertThat(row.source()).matches("own design|.*(dcs|clusters-api)\\.md .+");
        });
    }

    @Test
    void everyRowThatSaysEmulatedNamesATest() throws IOException {
        assertThat(rows())
                .filteredOn(row -> !row.level().equals("not emulated"))
                .allSatisfy(row -> assertThat(row.named()).isNotEmpty());
    }

    @Test
    void everyCellOfTestsNamesTestsOrNone() throws IOException {
        assertThat(rows())
                .allSatisfy(
                        row -> assertThat(row.hasNoTest()).isEqualTo(row.named().isEmpty()));
    }

    @Test
    void everyNamedTestExists() throws IOException {
        Map<String, Path> sources = testSources();
        for (Row row : rows()) {
            for (Named test : row.named()) {
                assertThat(sources).as(row.behaviour()).containsKey(test.type());
                if (!test.method().isEmpty()) {
                    assertThat(Files.readString(sources.get(test.type())))
                            .as(row.behaviour())
                            .contains("void " + test.method() + "(");
                }
            }
        }
    }

    private static List<Row> rows() throws IOException {
        return SupportPage.rows(Files.readString(GeneratedFile.REPOSITORY.resolve("docs/level-of-support.md")));
    }

    /** All test classes of all modules by simple name. */
    private static Map<String, Path> testSources() throws IOException {
        try (Stream<Path> modules = Files.list(GeneratedFile.REPOSITORY)) {
            return modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .flatMap(LevelOfSupportTests::javaFiles)
                    .filter(file -> name(file).matches("\\w+(Tests|IT)"))
                    .collect(toMap(LevelOfSupportTests::name, file -> file, (one, other) -> one));
        }
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(0, name.length() - ".java".length());
    }
}
