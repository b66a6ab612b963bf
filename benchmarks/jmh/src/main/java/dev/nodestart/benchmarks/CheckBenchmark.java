package dev.nodestart.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nodestart.conformance.CheckResult;
import dev.nodestart.conformance.CheckRunner;
import dev.nodestart.conformance.CheckSuite;
import dev.nodestart.conformance.Policy;
import dev.nodestart.conformance.Selection;
import dev.nodestart.conformance.facts.Answer;
import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.emulator.model.ImageDetails;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.runtime.Runtimes;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Evaluation of 1,000 checks: the real ones, over and over until there are so many, on answers that a real image gave (the
 * folder {@code factsets/base} of the tests). What needs a cell that was run is not known, and ends as an ERROR.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class CheckBenchmark {
    private static final int CHECKS = 1000;
    private static final Path ANSWERS =
            Path.of("conformance-tests/src/test/resources/dev/nodestart/conformance/factsets/base");

    private final CheckRunner runner = runner();
    private final Facts facts = facts();

    /** Evaluates them. */
    @Benchmark
    public List<CheckResult> evaluate() {
        return runner.run(facts);
    }

    private static CheckRunner runner() {
        List<CheckSuite> suites = new ArrayList<>();
        int checks = 0;
        while (checks < CHECKS) {
            for (CheckSuite suite : CheckSuite.installed()) {
                suites.add(suite);
                checks += suite.rules().size();
            }
        }
        return new CheckRunner(suites, Selection.all(), Policy.none(), LocalDate.of(2026, 11, 22), System::nanoTime);
    }

    private static Facts facts() {
        Launch launch = SampleResult.launch(Launch.State.RUNNING, Optional.empty());
        return new Facts(
                launch,
                Runtimes.builtIn().find(launch.line()).orElseThrow(),
                ImageDetails.unknown(),
                answers(),
                Map.of(),
                Map.of());
    }

    private static Map<String, Answer> answers() {
        Map<String, Answer> answers = new HashMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(ANSWERS, "*.json")) {
            for (Path file : files) {
                JsonNode json = new ObjectMapper().readTree(Files.readString(file));
                json.properties().forEach(entry -> answers.put(entry.getKey(), answer(entry.getValue())));
            }
        } catch (IOException e) {
            throw new IllegalStateException("Run this in the folder of the checkout, as benchmarks/jmh/run does.", e);
        }
        return answers;
    }

    private static Answer answer(JsonNode json) {
        return new Answer(
                json.path("exit_code").asInt(),
                json.path("out").asText(),
                json.path("error").asText());
    }
}
