package dev.nodestart.conformance.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nodestart.conformance.facts.Answer;
import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.emulator.model.ImageDetails;
import dev.nodestart.emulator.model.ImageHistory;
import dev.nodestart.emulator.model.ImageInfo;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.node.CellResult;
import dev.nodestart.emulator.node.CellResult.Status;
import dev.nodestart.emulator.runtime.Runtimes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Facts for tests. What the node of an image that has everything answers is in {@code factsets/base/}, by subject. */
public final class FactSets {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private FactSets() {}

    /** An image that has everything, on 15.4. */
    public static Facts everything() {
        return of(Launches.withEnv(Map.of("USER", "root", "PYSPARK_PYTHON", "/databricks/python3/bin/python3")));
    }

    /** The same answers on another launch; its image starts nothing of its own. */
    public static Facts of(Launch launch) {
        return new Facts(
                launch.image()
                        .map(image -> Launches.withImage(launch, Images.withCommand(image, List.of(), List.of("bash"))))
                        .orElse(launch),
                Runtimes.builtIn().find(launch.line()).orElseThrow(),
                new ImageDetails(
                        List.of("my/image:1.4"),
                        List.of(),
                        "",
                        3,
                        List.of(new ImageHistory("RUN apt-get install -y bash", 50_000_000))),
                answers("base"),
                trials(),
                Map.of());
    }

    /** A cell that ended well. */
    public static CellResult ok(String stdout, String result) {
        return new CellResult(
                Status.OK,
                stdout,
                "",
                Optional.of(result).filter(text -> !text.isEmpty()),
                Optional.empty(),
                0,
                Duration.ofMillis(12));
    }

    /** A cell that did not. */
    public static CellResult bad(Status status, String traceback) {
        return new CellResult(status, "", "", Optional.empty(), Optional.of(traceback), 1, Duration.ofMillis(12));
    }

    private static Map<String, CellResult> trials() {
        Map<String, CellResult> trials = new LinkedHashMap<>();
        trials.put("jar.hello", ok("Hello, node, from Java 8\n", ""));
        trials.put("python.first-cell", ok("", "2"));
        trials.put("python.second-cell", ok("", "42"));
        trials.put("pip.wheel", ok("", "42"));
        trials.put(
                "shell.command",
                new CellResult(
                        Status.ERROR,
                        "bash=5.1.16(1)-release\n",
                        "nodestart-stderr\n",
                        Optional.empty(),
                        Optional.empty(),
                        7,
                        Duration.ofMillis(12)));
        trials.put("r.cell", ok("2", ""));
        trials.put("libraries.install", ok("step access\nstep pip\nstep import\nlibrary installed\n0\n", ""));
        return trials;
    }

    /** The same facts, answered by the node of another image: a folder of {@code factsets/}. */
    public static Facts answeredAs(String folder, Facts facts) {
        Map<String, Answer> answers = new LinkedHashMap<>(facts.answers());
        answers.putAll(answers(folder));
        return new Facts(facts.launch(), facts.runtime(), facts.imageDetails(), answers, facts.trials(), facts.gaps());
    }

    /** The same facts of another image. */
    public static Facts withImage(Facts facts, ImageInfo image) {
        return new Facts(
                Launches.withImage(facts.launch(), image),
                facts.runtime(),
                facts.imageDetails(),
                facts.answers(),
                facts.trials(),
                facts.gaps());
    }

    /** The same facts of an image with other details. */
    public static Facts withDetails(Facts facts, ImageDetails details) {
        return new Facts(facts.launch(), facts.runtime(), details, facts.answers(), facts.trials(), facts.gaps());
    }

    /** The answers in the files of a folder of {@code factsets/}. */
    public static Map<String, Answer> answers(String folder) {
        Path files = Path.of("src/test/resources/dev/nodestart/conformance/factsets", folder);
        Map<String, Answer> answers = new LinkedHashMap<>();
        try (Stream<Path> all = Files.list(files)) {
            for (Path file : all.sorted().toList()) {
                JsonNode json = MAPPER.readTree(Files.readString(file));
                json.properties().forEach(entry -> answers.put(entry.getKey(), answer(entry.getValue())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
