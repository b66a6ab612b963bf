package dev.nodestart.conformance.facts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nodestart.emulator.model.ImageDetails;
import dev.nodestart.emulator.model.ImageHistory;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.node.CellResult;
import dev.nodestart.emulator.recording.Recording;
import dev.nodestart.emulator.runtime.RuntimeDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Facts in a recording: {@code facts.json} beside {@code launch.json}. */
public final class FactsRecord {
    private static final String FILE = "facts.json";

    private FactsRecord() {}

    /**
     * Writes what was gathered.
     *
     * @throws java.io.UncheckedIOException where the folder cannot be written to
     */
    public static void save(Path folder, Facts facts) {
        Recording.at(folder).write(FILE, write(facts));
    }

    /**
     * Reads facts back.
     *
     * @param launch the recording's launch
     * @param runtime the line to judge by
     * @return empty where none were gathered
     * @throws IllegalArgumentException where the file is damaged
     */
    public static Optional<Facts> load(Launch launch, RuntimeDescriptor runtime) {
        Path file = launch.recording().resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(new ObjectMapper().readTree(Files.readString(file)), launch, runtime));
        } catch (IOException e) {
            throw new IllegalArgumentException("The facts [" + file + "] cannot be read: " + e.getMessage() + ".", e);
        }
    }

    static ObjectNode write(Facts facts) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("record_version", 1);
        ObjectNode image = json.putObject("image");
        facts.imageDetails().tags().forEach(image.putArray("tags")::add);
        facts.imageDetails().volumes().forEach(image.putArray("volumes")::add);
        image.put("working_dir", facts.imageDetails().workingDir());
        image.put("layers", facts.imageDetails().layers());
        var history = image.putArray("history");
        facts.imageDetails()
                .history()
                .forEach(step ->
                        history.addObject().put("created_by", step.createdBy()).put("size_bytes", step.sizeBytes()));
        ObjectNode answers = json.putObject("answers");
        facts.answers()
                .forEach((name, answer) -> answers.putObject(name)
                        .put("exit_code", answer.exitCode())
                        .put("out", answer.out())
                        .put("error", answer.error()));
        ObjectNode trials = json.putObject("trials");
        facts.trials().forEach((name, cell) -> cell(cell, trials.putObject(name)));
        ObjectNode gaps = json.putObject("gaps");
        facts.gaps().forEach(gaps::put);
        return json;
    }

    static Facts read(JsonNode json, Launch launch, RuntimeDescriptor runtime) {
        JsonNode image = json.path("image");
        List<ImageHistory> history = new ArrayList<>();
        image.path("history")
                .forEach(step -> history.add(new ImageHistory(
                        step.path("created_by").asText(),
                        step.path("size_bytes").asLong())));
        Map<String, Answer> answers = new LinkedHashMap<>();
        json.path("answers")
                .properties()
                .forEach(entry -> answers.put(
                        entry.getKey(),
                        new Answer(
                                entry.getValue().path("exit_code").asInt(),
                                entry.getValue().path("out").asText(),
                                entry.getValue().path("error").asText())));
        Map<String, CellResult> trials = new LinkedHashMap<>();
        json.path("trials").properties().forEach(entry -> trials.put(entry.getKey(), cell(entry.getValue())));
        Map<String, String> gaps = new LinkedHashMap<>();
        json.path("gaps")
                .properties()
                .forEach(entry -> gaps.put(entry.getKey(), entry.getValue().asText()));
        ImageDetails details = new ImageDetails(
                texts(image.path("tags")),
                texts(image.path("volumes")),
                image.path("working_dir").asText(),
                image.path("layers").asInt(),
                List.copyOf(history));
        return new Facts(launch, runtime, details, answers, trials, gaps);
    }

    private static void cell(CellResult cell, ObjectNode node) {
        node.put("status", cell.status().name());
        node.put("stdout", cell.stdout());
        node.put("stderr", cell.stderr());
        cell.result().ifPresent(text -> node.put("result", text));
        cell.traceback().ifPresent(text -> node.put("traceback", text));
        node.put("exit_code", cell.exitCode());
        node.put("duration_ns", cell.duration().toNanos());
    }

    private static CellResult cell(JsonNode node) {
        return new CellResult(
                CellResult.Status.valueOf(node.path("status").asText()),
                node.path("stdout").asText(),
                node.path("stderr").asText(),
                text(node.path("result")),
                text(node.path("traceback")),
                node.path("exit_code").asInt(),
                Duration.ofNanos(node.path("duration_ns").asLong()));
    }

    private static Optional<String> text(JsonNode node) {
        return node.isTextual() ? Optional.of(node.asText()) : Optional.empty();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.asText()));
        return List.copyOf(texts);
    }
}
