package dev.nodestart.emulator.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nodestart.emulator.data.DataFileException;
import dev.nodestart.emulator.data.JsonCursor;
import dev.nodestart.emulator.data.JsonTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The lines of a user's own folder; a file may take what it does not say from a built-in line ({@code extends}). */
final class UserLines {
    private UserLines() {}

    /**
     * Reads every {@code lines/*.json} of the folder, by name.
     *
     * @param tree the tree of a built-in line, by its name
     */
    static List<JsonCursor> read(Path folder, Function<JsonCursor, JsonNode> tree) {
        if (!Files.isDirectory(folder)) {
            throw new DataFileException("Descriptor folder [" + folder + "] is not there; give one with [lines/*.json]"
                    + " or [node-types.json] in it.");
        }
        Path lines = folder.resolve("lines");
        if (!Files.isDirectory(lines)) {
            if (!holdsData(folder)) {
                throw new DataFileException(
                        "Descriptor folder [" + folder + "] holds neither [lines/*.json] nor [node-types.json].");
            }
            return List.of();
        }
        try (Stream<Path> files = Files.list(lines)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(file -> line(file, tree))
                    .toList();
        } catch (IOException e) {
            throw new DataFileException("Descriptor folder [" + lines + "] cannot be read: " + e.getMessage() + ".");
        }
    }

    /** Node types, or tables of a check suite, such as the GPU suite's driver profiles. */
    private static boolean holdsData(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".json"));
        } catch (IOException e) {
            throw new DataFileException("Descriptor folder [" + folder + "] cannot be read: " + e.getMessage() + ".");
        }
    }

    static JsonNode file(Path file) {
        try {
            return JsonTree.parse(Files.newInputStream(file), file.toString());
        } catch (IOException e) {
            throw new DataFileException("Data file [" + file + "] cannot be read: " + e.getMessage() + ".");
        }
    }

    private static JsonCursor line(Path file, Function<JsonCursor, JsonNode> tree) {
        JsonNode own = file(file);
        JsonCursor cursor = JsonCursor.root(file.toString(), own);
        if (!cursor.has("extends")) {
            return cursor;
        }
        ObjectNode merged = tree.apply(cursor.child("extends")).deepCopy();
        merge(merged, (ObjectNode) own);
        merged.remove("extends");
        return JsonCursor.root(file.toString(), merged);
    }

    /** Lays objects over objects key by key; any other value replaces the one below. */
    private static void merge(ObjectNode below, ObjectNode above) {
        above.properties().forEach(entry -> {
            JsonNode old = below.get(entry.getKey());
            if (old instanceof ObjectNode oldObject && entry.getValue() instanceof ObjectNode newObject) {
                merge(oldObject, newObject);
            } else {
                below.set(entry.getKey(), entry.getValue());
            }
        });
    }
}
