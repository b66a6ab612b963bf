package dev.nodestart.emulator.diagnosis;

import dev.nodestart.emulator.data.JsonCursor;
import dev.nodestart.emulator.data.JsonTree;
import java.util.List;
import java.util.Optional;

/**
 * The known causes, as data.
 *
 * @param causes in the order of their ids
 */
public record Catalogue(List<Cause> causes) {
    private static final String FOLDER = "/dev/nodestart/emulator/diagnosis/";

    /** Causes of launches, then those of GPUs. */
    private static final List<String> FILES = List.of("catalogue.json", "catalogue-gpu.json");

    /** The catalogue that comes with Nodestart. */
    public static Catalogue builtIn() {
        return new Catalogue(FILES.stream()
                .map(name -> JsonCursor.root(name, JsonTree.resource(FOLDER + name)))
                .flatMap(file -> file.child("causes").list(CauseReader::read).stream())
                .toList());
    }

    /** A cause by its id, such as {@code DCS-F01}. */
    public Optional<Cause> find(String id) {
        return causes.stream().filter(cause -> cause.id().equals(id)).findFirst();
    }
}
