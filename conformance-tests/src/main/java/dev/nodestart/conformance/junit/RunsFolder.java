package dev.nodestart.conformance.junit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where the launches of tests are recorded, a folder each.
 *
 * @param path absolute
 */
record RunsFolder(Path path) {
    /** Names another folder: a system property or a JUnit configuration parameter. */
    static final String PARAMETER = "nodestart.runs";

    /** What the parameter says, else the folder of the build tool's other results. */
    static RunsFolder of(Function<String, Optional<String>> parameters) {
        return parameters
                .apply(PARAMETER)
                .map(Path::of)
                .or(() -> Optional.of(Path.of(gradle() ? "build" : "target", "nodestart")))
                .map(path -> new RunsFolder(path.toAbsolutePath().normalize()))
                .orElseThrow();
    }

    private static boolean gradle() {
        return !Files.exists(Path.of("pom.xml"))
                && (Files.exists(Path.of("build.gradle")) || Files.exists(Path.of("build.gradle.kts")));
    }
}
