package dev.nodestart.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.host.EngineImageBuilder;
import dev.nodestart.emulator.host.HostException;
import dev.nodestart.emulator.host.HostListener;
import dev.nodestart.emulator.host.Machine;
import dev.nodestart.emulator.host.Programs;
import dev.nodestart.emulator.host.SampleImage;
import dev.nodestart.emulator.host.Workshop;
import dev.nodestart.emulator.testing.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The example repository as a newcomer has it: copied out of the tree, with Nodestart from a repository in a folder. */
@ExtendWith(TestEngine.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImageRepoIT {
    private static final Pattern BUILT = Pattern.compile("nodestart/tested:[0-9a-f]{8}");

    private final Engine engine;
    private final Delivery delivery;
    private final String base;

    ImageRepoIT(Engine engine) throws HostException {
        this.engine = engine;
        base = sample(engine);
        delivery =
                Delivery.make(Path.of("target", "delivery").toAbsolutePath(), "0.1.0-it-" + System.currentTimeMillis());
    }

    @AfterAll
    void forget() throws IOException {
        delivery.forget();
        try (Stream<Path> files = Files.walk(delivery.folder().resolve("copies"))) {
            Set<String> images = new TreeSet<>();
            for (Path launch :
                    files.filter(file -> file.endsWith("launch.json")).toList()) {
                BUILT.matcher(Files.readString(launch)).results().forEach(found -> images.add(found.group()));
            }
            images.forEach(image -> engine.images().remove(image, true));
        }
    }

    @Test
    void everyLibraryIsDeployedWithSourcesJavadocAndAPomThatStandsAlone() throws IOException {
        for (String artifact : List.of("fake-runtime", "emulator", "conformance-tests", "gpu-tests")) {
            Path folder = delivery.artifact(artifact);
            String name = artifact + "-" + delivery.version();
            assertThat(folder)
                    .isDirectoryContaining(file -> file.endsWith(name + ".jar"))
                    .isDirectoryContaining(file -> file.endsWith(name + "-sources.jar"))
                    .isDirectoryContaining(file -> file.endsWith(name + "-javadoc.jar"));
            assertThat(Files.readString(folder.resolve(name + ".pom")))
                    .doesNotContain("<parent>", "${", "<scope>test", "<build>")
                    .contains("<license>");
        }
    }

    @Test
    void theBomNamesTheVersionsThatBelongTogether() throws IOException {
        String bom = Files.readString(delivery.artifact("bom").resolve("bom-" + delivery.version() + ".pom"));
        // its own version is all that it may refer to
        assertThat(bom)
                .doesNotContain("<parent>", "<properties>")
                .doesNotContainPattern("\\$\\{(?!project\\.version})");
        try (Stream<String> lines = bom.lines()) {
            assertThat(lines.map(String::strip).filter(line -> line.startsWith("<artifactId>")))
                    .containsExactlyInAnyOrder(
                            "<artifactId>bom</artifactId>",
                            "<artifactId>fake-runtime</artifactId>",
                            "<artifactId>emulator</artifactId>",
                            "<artifactId>conformance-tests</artifactId>",
                            "<artifactId>gpu-tests</artifactId>");
        }
    }

    @Test
    void theExampleWorksAndKeepsItsReports() throws IOException {
        Path example = delivery.example("image-repo", "whole");
        assertThat(Files.readAllLines(example.resolve("pom.xml"))).hasSizeLessThan(60);
        MavenRun run = verify(example);
        assertThat(run.output()).contains("BUILD SUCCESS", "Failures: 0, Errors: 0");
        assertThat(run.exitCode()).isZero();
        try (Stream<Path> recordings = Files.list(example.resolve("target/nodestart"))) {
            assertThat(recordings)
                    .singleElement()
                    .satisfies(recording ->
                            assertThat(recording).isDirectoryContaining(file -> file.endsWith("verify.json")));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RUN apt-get-install git     | The image cannot be built from        | apt-get-install: not found",
                "RUN rm -f /usr/bin/virtualenv | DOES_NOT_BOOT                       | Install virtualenv so that it is on the system PATH",
                "RUN rm -rf /opt/etl         | No module named 'etl'                 | pip install etl"
            })
    void aBrokenDockerfileIsToldWithWhatToChange(String line, String what, String more) throws IOException {
        Path example = delivery.example("image-repo", "broken");
        Files.writeString(example.resolve("Dockerfile"), line + "\n", StandardOpenOption.APPEND);
        MavenRun run = verify(example);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output()).contains(what).contains(more);
    }

    private MavenRun verify(Path example) {
        return delivery.verify(example, "-DBASE=" + base, "-DJNAME=java-17-openjdk-amd64");
    }

    private static String sample(Engine engine) throws HostException {
        Map<String, String> environment = System.getenv();
        Path home = Path.of(System.getProperty("user.home"));
        SampleImage sample = SampleImage.of(Path.of("..", "samples", "dbr-" + SampleImage.LINE));
        sample.ensure(new Workshop(
                new EngineImageBuilder(engine),
                Programs.of(environment),
                Machine.here(environment, home),
                environment,
                home,
                HostListener.silent()));
        return sample.tag();
    }
}
