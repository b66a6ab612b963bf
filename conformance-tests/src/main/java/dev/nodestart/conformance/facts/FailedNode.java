package dev.nodestart.conformance.facts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nodestart.emulator.launch.LaunchedCluster;
import dev.nodestart.emulator.model.ImageDetails;
import dev.nodestart.emulator.node.RunningNode;
import dev.nodestart.emulator.runtime.JavaSettings;
import dev.nodestart.emulator.runtime.RuntimeDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a node that did not start lacks beside what ended its start, so that all faults are named at once: one exec, as
 * long as its container still runs.
 */
public final class FailedNode {
    private static final String MISSING = "failed-node.missing";
    private static final Pattern PYTHON = Pattern.compile("(?:module|python|interpreter) \\[");
    private static final String DRIVER_NFS = "spark.databricks.driverNfs.enabled";

    private FailedNode() {}

    /** Looks into the driver of a cluster that was terminated; empty where its container is gone. */
    public static Optional<Facts> look(LaunchedCluster cluster) {
        try (RunningNode driver = cluster.openFailedDriver().orElse(null)) {
            if (driver == null) {
                return Optional.empty();
            }
            Map<String, String> variables = new HashMap<>(FactGatherer.variables(cluster.runtime()));
            variables.put(
                    "NS_IMPORTS", String.join(" ", cluster.runtime().python().replImports()));
            variables.put("NS_JNAME", choosable(cluster.runtime().java()));
            Map<String, Answer> answers = new Probe(cluster.outcome().runId(), variables)
                    .ask(driver, List.of(Question.of(MISSING, script())));
            return Optional.of(new Facts(
                    cluster.outcome(), cluster.runtime(), ImageDetails.unknown(), answers, Map.of(), Map.of()));
        } catch (RuntimeException e) {
            // the launch has its result; what else could be seen is a help, and no reason to fail
            return Optional.empty();
        }
    }

    /**
     * Lines for a diagnosis, such as {@code Missing: command [ps]} or {@code Found: JDK [zulu17-ca-amd64]}; none for a
     * node that runs.
     *
     * @param python whether Python is required
     */
    public static List<String> missing(Facts facts, boolean python) {
        return facts.asked(MISSING).map(Answer::lines).orElse(List.of()).stream()
                .filter(line -> matters(line, facts, python))
                .map(line -> line.startsWith("JDK [") ? "Found: " + line : "Missing: " + line)
                .toList();
    }

    private static boolean matters(String line, Facts facts, boolean python) {
        if (line.endsWith("[virtualenv]")) {
            return needsVirtualenv(facts.runtime(), facts.launch().spec());
        }
        return python || !PYTHON.matcher(line).lookingAt();
    }

    private static boolean needsVirtualenv(RuntimeDescriptor runtime, JsonNode spec) {
        return runtime.driverNfsNeedsVirtualenv()
                && !spec.path("spark_conf").path(DRIVER_NFS).asText().equals("false");
    }

    /** The versions of Java that JNAME may choose, the line's own first. */
    static String choosable(JavaSettings java) {
        return Stream.concat(Stream.of(java.defaultMajor()), java.jnameMajors().stream())
                .distinct()
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
    }

    private static String script() {
        try (InputStream file = Objects.requireNonNull(FailedNode.class.getResourceAsStream("failed-node.sh"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
