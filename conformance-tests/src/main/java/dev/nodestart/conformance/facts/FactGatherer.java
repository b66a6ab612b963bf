package dev.nodestart.conformance.facts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nodestart.emulator.launch.LaunchedCluster;
import dev.nodestart.emulator.model.ImageDetails;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.node.CellResult;
import dev.nodestart.emulator.node.RunningNode;
import dev.nodestart.emulator.runtime.RuntimeDescriptor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;

/** Gathers facts from a running cluster: the probe, the trials and the engine's answers side by side. */
public final class FactGatherer {
    private final Probe probe;
    private final GpuLevel gpuLevel;

    /**
     * Makes a gatherer.
     *
     * @param gpuLevel how much of a GPU is tried, where there is one
     */
    public FactGatherer(Probe probe, GpuLevel gpuLevel) {
        this.probe = probe;
        this.gpuLevel = gpuLevel;
    }

    /** The variables that every question may use: the line, where it has its Python, and what its kernel imports. */
    public static Map<String, String> variables(RuntimeDescriptor runtime) {
        return Map.of(
                "NS_IMPORTS", String.join(" ", runtime.python().replImports()),
                "NS_LINE", runtime.line(),
                "NS_PYTHON", runtime.python().interpreter(),
                "NS_PYTHON_ROOT", runtime.python().root());
    }

    /** Those variables, and what the spec of a launch names that has to be in the image. */
    public static Map<String, String> variables(RuntimeDescriptor runtime, JsonNode spec) {
        Map<String, String> variables = new LinkedHashMap<>(variables(runtime));
        String python = spec.path("spark_env_vars").path("PYSPARK_PYTHON").asText();
        if (python.startsWith("/")) {
            variables.put("NS_SPEC_PYTHON", python);
        }
        return Map.copyOf(variables);
    }

    /**
     * Gathers. What cannot be had is a gap, and no failure.
     *
     * @param cluster one that is RUNNING
     * @param early what was asked while it started
     */
    public Facts gather(
            LaunchedCluster cluster, List<Question> questions, List<Trial> trials, Optional<EarlyFacts> early)
            throws InterruptedException {
        Launch launch = cluster.launch();
        Map<String, String> gaps = new LinkedHashMap<>();
        ExecutorService threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "nodestart-facts");
            thread.setDaemon(true);
            return thread;
        });
        try (RunningNode driver = cluster.openDriver().orElseThrow()) {
            List<Future<Map<String, Tried>>> lanes = lanes(trials).values().stream()
                    .map(lane -> threads.submit(() -> tryAll(lane, cluster, driver)))
                    .toList();
            Future<Map<String, Answer>> asked = threads.submit(() -> ask(driver, questions, early));
            Future<Optional<ImageDetails>> image =
                    threads.submit((Callable<Optional<ImageDetails>>) cluster::imageDetails);

            Map<String, CellResult> tried = new LinkedHashMap<>();
            for (Future<Map<String, Tried>> lane : lanes) {
                got(lane, "trials", gaps).orElse(Map.of()).forEach((name, one) -> {
                    one.result.ifPresent(result -> tried.put(name, masked(result, cluster.mask())));
                    one.gap.ifPresent(gap -> gaps.put(name, gap));
                });
            }
            Map<String, Answer> answers = new LinkedHashMap<>();
            got(asked, "probe", gaps)
                    .orElse(Map.of())
                    .forEach((name, answer) -> answers.put(name, masked(answer, cluster.mask())));
            return new Facts(
                    launch,
                    cluster.runtime(),
                    got(image, "image", gaps).flatMap(some -> some).orElse(ImageDetails.unknown()),
                    answers,
                    tried,
                    gaps);
        } finally {
            threads.shutdownNow();
        }
    }

    private Map<String, Answer> ask(RunningNode driver, List<Question> questions, Optional<EarlyFacts> early) {
        Map<String, Answer> answers = new LinkedHashMap<>(probe.ask(
                driver,
                questions.stream()
                        .filter(question -> early.isEmpty() || !question.early())
                        .toList()));
        early.map(EarlyFacts::answers).ifPresent(answers::putAll);
        List<Question> left = questions.stream()
                .filter(question -> question.early() && !answers.containsKey(question.name()))
                .toList();
        if (early.isPresent() && !left.isEmpty()) {
            answers.putAll(probe.ask(driver, left));
        }
        return answers;
    }

    private static Map<String, List<Trial>> lanes(List<Trial> trials) {
        Map<String, List<Trial>> lanes = new LinkedHashMap<>();
        trials.forEach(trial ->
                lanes.computeIfAbsent(trial.lane(), name -> new ArrayList<>()).add(trial));
        return lanes;
    }

    private Map<String, Tried> tryAll(List<Trial> lane, LaunchedCluster cluster, RunningNode driver) {
        Map<String, Tried> results = new LinkedHashMap<>();
        Map<String, CellResult> earlier = new LinkedHashMap<>();
        for (Trial trial : lane) {
            TrialContext context = new TrialContext(cluster.launch(), cluster.runtime(), driver, gpuLevel, earlier);
            Tried tried = tryOne(trial, context);
            tried.result.ifPresent(result -> earlier.put(trial.name(), result));
            results.put(trial.name(), tried);
        }
        return results;
    }

    private static Tried tryOne(Trial trial, TrialContext context) {
        try {
            return new Tried(Optional.of(trial.action().apply(context)), Optional.empty());
        } catch (RuntimeException e) {
            return new Tried(Optional.empty(), Optional.of(reason(e)));
        }
    }

    private static <T> Optional<T> got(Future<T> future, String name, Map<String, String> gaps)
            throws InterruptedException {
        try {
            return Optional.of(future.get());
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            gaps.put(name, reason(cause == null ? e : cause));
            return Optional.empty();
        }
    }

    private static String reason(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message.replaceAll("[.\\s]+$", "");
    }

    private static Answer masked(Answer answer, UnaryOperator<String> mask) {
        return new Answer(answer.exitCode(), mask.apply(answer.out()), mask.apply(answer.error()));
    }

    private static CellResult masked(CellResult cell, UnaryOperator<String> mask) {
        return new CellResult(
                cell.status(),
                mask.apply(cell.stdout()),
                mask.apply(cell.stderr()),
                cell.result().map(mask),
                cell.traceback().map(mask),
                cell.exitCode(),
                cell.duration());
    }

    private record Tried(Optional<CellResult> result, Optional<String> gap) {}
}
