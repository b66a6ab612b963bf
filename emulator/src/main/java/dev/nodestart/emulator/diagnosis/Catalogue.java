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
    private static final String RESOURCE = "/dev/nodestart/emulator/diagnosis/catalogue.json";

    /** The catalogue that comes with Nodestart. */
    public static Catalogue builtIn() {
        JsonCursor file = JsonCursor.root("catalogue.json", JsonTree.resource(RESOURCE));
        return new Catalogue(file.child("causes").list(CauseReader::read));
    }

    /** A cause by its id, such as {@code DCS-F01}. */
    public Optional<Cause> find(String id) {
        return causes.stream().filter(cause -> cause.id().equals(id)).findFirst();
    }
}
