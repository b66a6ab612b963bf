package dev.nodestart.emulator.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.nodestart.emulator.data.JsonText;
import dev.nodestart.emulator.model.ClusterEvent;
import dev.nodestart.emulator.model.Launch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The folder that a run leaves behind: {@code launch.json}, {@code events.json}, and a folder of logs for each node. It
 * holds no secrets; who writes to it has masked them.
 */
public final class Recording {
    private final Path folder;

    private Recording(Path folder) {
        this.folder = folder;
    }

    /** The recording in a folder, which need not exist yet. */
    public static Recording at(Path folder) {
        return new Recording(folder);
    }

    /** Where it is. */
    public Path folder() {
        return folder;
    }

    /** Writes the launch, in place of an earlier state of it. */
    public void save(Launch launch) {
        write("launch.json", LaunchJson.write(launch));
        ArrayNode events = JsonNodeFactory.instance.arrayNode();
        launch.events().forEach(event -> events.add(LaunchJson.event(event)));
        write("events.json", events);
    }

    /**
     * Reads the launch back.
     *
     * @throws RecordingException where the folder holds no recording that can be read
     */
    public Launch load() {
        Path file = folder.resolve("launch.json");
        try {
            return LaunchJson.read(JsonText.read(Files.readString(file)), folder);
        } catch (NoSuchFileException e) {
            throw new RecordingException(
                    "The folder [" + folder + "] is not the recording of a run: it has no launch.json.");
        } catch (JsonProcessingException e) {
            throw new RecordingException("The recording [" + file + "] is damaged: " + e.getOriginalMessage() + ".");
        } catch (IOException e) {
            throw new RecordingException("The recording [" + file + "] cannot be read: " + e.getMessage() + ".");
        }
    }

    /** The folder for one node's logs. */
    public Path nodeFolder(String node) {
        return folder.resolve("nodes").resolve(node);
    }

    /** Adds a line to the console log of a node. */
    public void console(String node, String line) {
        try {
            Path file = nodeFolder(node).resolve("console.log");
            Files.createDirectories(nodeFolder(node));
            Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes one more file of JSON beside the launch. */
    public void write(String name, JsonNode json) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(name), JsonText.pretty(json) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One event as the API gives it. */
    public static JsonNode apiEvent(ClusterEvent event) {
        return LaunchJson.event(event);
    }
}
