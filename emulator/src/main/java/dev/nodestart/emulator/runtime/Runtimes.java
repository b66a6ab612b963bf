package dev.nodestart.emulator.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nodestart.emulator.data.DataFileException;
import dev.nodestart.emulator.data.JsonCursor;
import dev.nodestart.emulator.data.JsonTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The known runtime lines: the built-in ones, read one file at a time when they are asked for, and the user's own. */
public final class Runtimes {
    private static final String FOLDER = "/dev/nodestart/runtime/";

    private final List<RuntimeSummary> index;
    private final Map<String, RuntimeDescriptor> own = new LinkedHashMap<>();

    private Runtimes(List<RuntimeSummary> index) {
        this.index = index;
    }

    /** The lines that come with Nodestart. */
    public static Runtimes builtIn() {
        return new Runtimes(RuntimeIndex.read());
    }

    /**
     * The built-in lines with those of a folder added or put in their place.
     *
     * @param descriptors a folder with {@code lines/*.json}, {@code node-types.json} or both
     * @throws DataFileException for the first file that cannot be used
     */
    public static Runtimes with(Path descriptors) {
        Runtimes runtimes = builtIn();
        UserLines.read(descriptors, runtimes::builtInTree).forEach(file -> {
            RuntimeDescriptor line = DescriptorReader.read(file, commonFlags());
            runtimes.own.put(line.line(), line);
        });
        return runtimes;
    }

    /** All lines, oldest first; costs one small file. */
    public List<RuntimeSummary> list() {
        List<RuntimeSummary> all = new ArrayList<>();
        index.stream().filter(line -> !own.containsKey(line.line())).forEach(all::add);
        own.values().forEach(line -> all.add(line.summary()));
        all.sort(Comparator.comparing(line -> LineNumber.of(line.line())));
        return all;
    }

    /** A line by its name, such as {@code 15.4}. */
    public Optional<RuntimeDescriptor> find(String line) {
        RuntimeDescriptor mine = own.get(line);
        if (mine != null) {
            return Optional.of(mine);
        }
        return isBuiltIn(line)
                ? Optional.of(DescriptorReader.read(JsonCursor.root(line + ".json", lineTree(line)), commonFlags()))
                : Optional.empty();
    }

    /** The line for a {@code spark_version}, the nearest one where none answers it; empty where it is no key at all. */
    public Optional<RuntimeChoice> choose(String sparkVersion) {
        return SparkVersionKey.parse(sparkVersion).flatMap(this::choose);
    }

    private Optional<RuntimeChoice> choose(SparkVersionKey key) {
        Optional<RuntimeSummary> exact = answering(key.version());
        return exact.or(() -> nearest(key.version()))
                .flatMap(line -> find(line.line()))
                .map(line -> new RuntimeChoice(
                        key, line, exact.isPresent(), RuntimeWarnings.of(key, line, exact.isPresent())));
    }

    /** The user's lines come first, so that they may take a version from a built-in one. */
    private Optional<RuntimeSummary> answering(String version) {
        return own.values().stream()
                .map(RuntimeDescriptor::summary)
                .filter(line -> version.matches(line.versions()))
                .findFirst()
                .or(() -> index.stream()
                        .filter(line -> version.matches(line.versions()))
                        .findFirst());
    }

    private Optional<RuntimeSummary> nearest(String version) {
        LineNumber wanted = LineNumber.of(version);
        return list().stream().min((a, b) -> wanted.compareDistance(LineNumber.of(a.line()), LineNumber.of(b.line())));
    }

    private boolean isBuiltIn(String line) {
        return index.stream().anyMatch(known -> known.line().equals(line));
    }

    private JsonNode builtInTree(JsonCursor name) {
        if (!isBuiltIn(name.text())) {
            throw name.problem("must name a built-in line, one of "
                    + index.stream().map(RuntimeSummary::line).toList());
        }
        return lineTree(name.text());
    }

    private static JsonNode lineTree(String line) {
        return JsonTree.resource(FOLDER + "lines/" + line + ".json");
    }

    private static Map<Integer, List<String>> commonFlags() {
        return DescriptorReader.flags(
                JsonCursor.root("java-flags.json", JsonTree.resource(FOLDER + "java-flags.json")));
    }
}
