package dev.nodestart.emulator.runtime;

import dev.nodestart.emulator.data.DataFileException;
import dev.nodestart.emulator.data.JsonCursor;
import dev.nodestart.emulator.data.JsonTree;
import dev.nodestart.emulator.data.Provenance;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The known cloud instance types (dcs.md §10). */
public final class NodeTypes {
    static final String FILE = "node-types.json";
    private static final long GIB = 1L << 30;
    private static final long GB = 1_000_000_000L;

    private final Map<String, NodeType> types = new LinkedHashMap<>();
    private final List<String> arm64 = new ArrayList<>();

    private NodeTypes() {}

    /** The types that come with Nodestart. */
    public static NodeTypes builtIn() {
        NodeTypes known = new NodeTypes();
        known.add(JsonCursor.root(FILE, JsonTree.resource("/dev/nodestart/runtime/" + FILE)));
        return known;
    }

    /**
     * The built-in types with those of the folder's {@code node-types.json}, where it has one, added or replaced.
     *
     * @throws DataFileException where that file cannot be used
     */
    public static NodeTypes with(Path descriptors) {
        NodeTypes known = builtIn();
        Path file = descriptors.resolve(FILE);
        if (Files.isRegularFile(file)) {
            known.add(JsonCursor.root(file.toString(), UserLines.file(file)));
        }
        return known;
    }

    /** All types in the order of the data. */
    public List<NodeType> list() {
        return List.copyOf(types.values());
    }

    /** File-name patterns of the arm64 families, such as {@code m6gd.*}. */
    public List<String> arm64Families() {
        return List.copyOf(arm64);
    }

    /** A type by its id; one of an arm64 family has no known sizes, which are then 0. */
    public Optional<NodeType> find(String id) {
        NodeType known = types.get(id);
        if (known != null) {
            return Optional.of(known);
        }
        return arm64.stream().anyMatch(family -> matches(family, id))
                ? Optional.of(new NodeType(id, 0, 0, 0, 0, "", "arm64"))
                : Optional.empty();
    }

    private void add(JsonCursor file) {
        Provenance.read(file.object(Set.of("source", "confidence", "types", "arm64")));
        for (NodeType type : file.child("types").list(NodeTypes::type)) {
            types.put(type.id(), type);
        }
        file.optional("arm64", families -> families.list(JsonCursor::text)).ifPresent(arm64::addAll);
    }

    private static NodeType type(JsonCursor row) {
        row.object(Set.of("id", "cores", "memory_gib", "disk_gb", "gpus", "gpu_model", "architecture"));
        return new NodeType(
                row.child("id").text(),
                row.child("cores").wholeNumber(),
                (long) (row.child("memory_gib").number() * GIB),
                (long) (row.child("disk_gb").number() * GB),
                row.optional("gpus", JsonCursor::wholeNumber).orElse(0),
                row.optional("gpu_model", JsonCursor::textOrEmpty).orElse(""),
                row.optional("architecture", JsonCursor::text).orElse("amd64"));
    }

    private static boolean matches(String family, String id) {
        return id.matches(("\\Q" + family + "\\E").replace("*", "\\E.*\\Q"));
    }
}
