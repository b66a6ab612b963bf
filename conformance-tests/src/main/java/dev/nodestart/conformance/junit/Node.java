package dev.nodestart.conformance.junit;

import dev.nodestart.conformance.facts.Answer;
import dev.nodestart.conformance.facts.FactGatherer;
import dev.nodestart.conformance.facts.Probe;
import dev.nodestart.conformance.facts.Question;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.model.NodeInfo;
import dev.nodestart.emulator.model.NodeRole;
import dev.nodestart.emulator.node.CellResult;
import dev.nodestart.emulator.node.Language;
import dev.nodestart.emulator.recording.LogFile;
import dev.nodestart.emulator.recording.RecordedLogs;
import dev.nodestart.emulator.recording.Recording;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A running node of a cluster. Commands go over one held connection, milliseconds each; Python and R cells share one
 * session a cluster, as the cells of a notebook do. Values of secrets are masked in what they give. Safe for use by many
 * threads.
 */
public final class Node {
    /** How long a command may take where nothing is said. */
    public static final Duration LIMIT = Duration.ofMinutes(2);

    private final Cluster cluster;
    private final NodeInfo info;

    Node(Cluster cluster, NodeInfo info) {
        this.cluster = cluster;
        this.info = info;
    }

    /** Name, role, container and address. */
    public NodeInfo info() {
        return info;
    }

    /** The cluster that it belongs to. */
    public Cluster cluster() {
        return cluster;
    }

    /** What came of the launch. */
    public Launch launch() {
        return cluster.launch();
    }

    /** Runs a command with bash as root: on the driver as a notebook's {@code %sh} does. */
    public CellResult bash(String command) {
        return bash(command, LIMIT);
    }

    /** Runs a command with bash as root; after the limit its status is TIMEOUT. */
    public CellResult bash(String command, Duration limit) {
        return info.role() == NodeRole.DRIVER
                ? session(Language.SHELL, command, limit)
                : redacted(WorkerShell.run(cluster.launched().engine().engine(), info, command, limit));
    }

    /** Runs a Python cell in the driver's notebook session. */
    public CellResult python(String code) {
        return python(code, LIMIT);
    }

    /** Runs a Python cell in the driver's notebook session; after the limit its status is TIMEOUT. */
    public CellResult python(String code, Duration limit) {
        return cell(Language.PYTHON, code, limit);
    }

    /** Runs an R cell in the driver's notebook session. */
    public CellResult r(String code) {
        return r(code, LIMIT);
    }

    /** Runs an R cell in the driver's notebook session; after the limit its status is TIMEOUT. */
    public CellResult r(String code, Duration limit) {
        return cell(Language.R, code, limit);
    }

    /**
     * Runs the main class of a jar with the node's Java.
     *
     * @param path where the jar is in the node
     */
    public CellResult jar(String path, String mainClass, String... arguments) {
        return cell(Language.JAR, (path + " " + mainClass + " " + String.join(" ", arguments)).strip(), LIMIT);
    }

    /**
     * Asks the driver any number of things in one trip.
     *
     * @return answers by the question's name; a question that the node did not come to has none
     */
    public Map<String, Answer> ask(Question... questions) {
        onDriver();
        Probe probe = new Probe(
                launch().runId(), FactGatherer.variables(cluster.launched().runtime()));
        UnaryOperator<String> mask = cluster.launched().mask();
        Map<String, Answer> answers = new LinkedHashMap<>();
        probe.ask(cluster.open(), List.of(questions))
                .forEach((name, answer) -> answers.put(
                        name, new Answer(answer.exitCode(), mask.apply(answer.out()), mask.apply(answer.error()))));
        return answers;
    }

    /** What the node has written to its console so far. */
    public String console() {
        return RecordedLogs.console(Recording.at(launch().recording()), info.name()).stream()
                .map(LogFile::text)
                .findFirst()
                .orElse("");
    }

    private CellResult cell(Language language, String code, Duration limit) {
        onDriver();
        return session(language, code, limit);
    }

    private void onDriver() {
        if (info.role() != NodeRole.DRIVER) {
            throw new IllegalStateException("The node [" + info.name()
                    + "] is a worker: cells, jars and questions are for the driver; use [bash] on a worker.");
        }
    }

    private CellResult session(Language language, String code, Duration limit) {
        return redacted(cluster.open().session().run(language, code, limit));
    }

    private CellResult redacted(CellResult result) {
        UnaryOperator<String> mask = cluster.launched().mask();
        return new CellResult(
                result.status(),
                mask.apply(result.stdout()),
                mask.apply(result.stderr()),
                result.result().map(mask),
                result.traceback().map(mask),
                result.exitCode(),
                result.duration());
    }

    @Override
    public String toString() {
        return info.name() + " of "
                + launch().image().map(image -> image.reference()).orElse("no image");
    }
}
