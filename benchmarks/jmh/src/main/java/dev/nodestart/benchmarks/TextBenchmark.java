package dev.nodestart.benchmarks;

import dev.nodestart.conformance.facts.Answer;
import dev.nodestart.conformance.facts.Probe;
import dev.nodestart.conformance.facts.Question;
import dev.nodestart.emulator.diagnosis.Catalogue;
import dev.nodestart.emulator.diagnosis.Diagnoser;
import dev.nodestart.emulator.diagnosis.Diagnosis;
import dev.nodestart.emulator.explain.Explainer;
import dev.nodestart.emulator.explain.Explanation;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.model.TerminationReason;
import dev.nodestart.emulator.model.TerminationType;
import dev.nodestart.emulator.spec.AllowedRules;
import dev.nodestart.emulator.spec.SpecParser;
import dev.nodestart.emulator.spec.SpecResult;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What reads text: a spec, the answers of a node, what was said by a launch, and a log of a real workspace. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TextBenchmark {
    private static final String SPEC = """
        {
          "cluster_name": "my-cluster",
          "spark_version": "15.4.x-scala2.12",
          "node_type_id": "m5d.large",
          "num_workers": 2,
          "docker_image": {"url": "my/image:1.5", "basic_auth": {"username": "me", "password": "{{secrets/r/p}}"}},
          "spark_conf": {"spark.databricks.driverNfs.enabled": "false"},
          "spark_env_vars": {"JNAME": "java-17-openjdk-amd64", "API_TOKEN": "{{secrets/etl/token}}"},
          "init_scripts": [
            {"workspace": {"destination": "/Shared/tools.sh"}},
            {"workspace": {"destination": "/Shared/driver-only.sh"}}
          ]
        }
        """;
    private static final int ANSWERS = 1000;
    private static final int LINES = 10_000;
    private static final String CAUSE = "java.io.IOException: Cannot run program \"virtualenv\" (in directory"
            + " \"/local_disk0/.ephemeral_nfs/cluster_libraries\"): error=2, No such file or directory";

    private final SpecParser parser = new SpecParser(new OneLinePlatform(), AllowedRules.none());
    private final Probe probe = new Probe("nonce", Map.of());
    private final List<Question> questions = IntStream.range(0, ANSWERS)
            .mapToObj(number -> Question.of("question." + number, "true"))
            .toList();
    private final AnsweredNode node = new AnsweredNode("nonce", questions);
    private final Diagnoser diagnoser = new Diagnoser(Catalogue.builtIn());
    private final Launch launch = SampleResult.launch(
            Launch.State.TERMINATED,
            Optional.of(new TerminationReason("SPARK_ERROR", TerminationType.SERVICE_FAULT, Map.of())));
    private final Explainer explainer = Explainer.builtIn();
    private final List<String> log = log();
    private final byte[] logBytes = String.join("\n", log).getBytes(StandardCharsets.UTF_8);

    /** What is measured is the good way, or nothing. */
    @Setup
    public void check() throws IOException {
        if (!parseSpec().problems().isEmpty()
                || readAnswers().size() != ANSWERS
                || diagnose().isEmpty()
                || explain().findings().isEmpty()) {
            throw new IllegalStateException("A benchmark's text is not read as it should be.");
        }
    }

    /** Reads and judges a create call. */
    @Benchmark
    public SpecResult parseSpec() {
        return parser.parse(SPEC);
    }

    /** Makes the script of 1,000 questions and reads their answers. */
    @Benchmark
    public Map<String, Answer> readAnswers() {
        return probe.ask(node, questions);
    }

    /** Finds the cause of a failed launch in the last 200 lines that were said. */
    @Benchmark
    public List<Diagnosis> diagnose() {
        return diagnoser.diagnose(launch, log.subList(LINES - 200, LINES));
    }

    /** Explains a driver's log of 10,000 lines. */
    @Benchmark
    public Explanation explain() throws IOException {
        return explainer.explain(new ByteArrayInputStream(logBytes), "driver.log", Optional.empty());
    }

    private static List<String> log() {
        return IntStream.range(0, LINES)
                .mapToObj(number -> number == LINES - 100
                        ? "26/11/22 10:00:00 ERROR DriverDaemon$: Driver down cause: " + CAUSE
                        : "26/11/22 10:00:00 INFO TaskSetManager: Finished task %d.0 in stage %d.0 (TID %d) in %d ms"
                                .formatted(number % 200, number / 200, number, number % 977))
                .toList();
    }
}
