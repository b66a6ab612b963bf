package dev.nodestart.conformance.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.OutputDirectoryCreator;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.EventType;

/** Runs test classes and tells what came of them. */
final class Kit {
    private static final Path OUTPUT = Path.of("target", "kit-output");

    private final Map<String, String> parameters;
    private @Nullable EngineExecutionResults results;

    private Kit(Map<String, String> parameters) {
        this.parameters = parameters;
    }

    static Kit with(String... parameters) {
        Map<String, String> map = new java.util.TreeMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            map.put(parameters[i], parameters[i + 1]);
        }
        return new Kit(map);
    }

    Kit run(Class<?>... classes) {
        results = EngineTestKit.engine("junit-jupiter")
                .configurationParameters(parameters)
                .outputDirectoryCreator(new Output())
                .selectors(Stream.of(classes)
                        .map(type -> selectClass(type))
                        .toArray(org.junit.platform.engine.DiscoverySelector[]::new))
                .execute();
        return this;
    }

    /** Messages of everything that failed, with its name, containers too. */
    List<String> failures() {
        return results().allEvents().failed().stream()
                .map(event -> event.getTestDescriptor().getDisplayName() + ": " + failure(event))
                .toList();
    }

    /** What was thrown by everything that failed. */
    List<Throwable> thrown() {
        return results().allEvents().failed().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow())
                .toList();
    }

    List<String> succeeded() {
        return names(results().testEvents().succeeded().stream());
    }

    List<String> aborted() {
        return names(results().testEvents().aborted().stream());
    }

    List<String> skipped() {
        return results().allEvents().skipped().stream()
                .map(event -> event.getRequiredPayload(String.class))
                .toList();
    }

    /** The last value published under a key. */
    String entry(String key) {
        return entries(key).stream()
                .reduce((first, second) -> second)
                .orElseThrow(() -> new AssertionError("Nothing was published under [" + key + "]."));
    }

    /** All values published under a key. */
    List<String> entries(String key) {
        return results().allEvents().stream()
                .filter(event -> event.getType() == EventType.REPORTING_ENTRY_PUBLISHED)
                .map(event -> event.getRequiredPayload(ReportEntry.class).getKeyValuePairs())
                .filter(pairs -> pairs.containsKey(key))
                .map(pairs -> pairs.getOrDefault(key, ""))
                .toList();
    }

    private static String failure(Event event) {
        return event.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .map(Throwable::getMessage)
                .orElse("");
    }

    private static List<String> names(Stream<Event> events) {
        return events.map(Event::getTestDescriptor)
                .map(TestDescriptor::getDisplayName)
                .toList();
    }

    private EngineExecutionResults results() {
        return Objects.requireNonNull(results, "nothing was run");
    }

    private record Output() implements OutputDirectoryCreator {
        @Override
        public Path getRootDirectory() {
            return OUTPUT;
        }

        @Override
        public Path createOutputDirectory(TestDescriptor test) throws IOException {
            Files.createDirectories(OUTPUT);
            return Files.createTempDirectory(OUTPUT, "test");
        }
    }
}
