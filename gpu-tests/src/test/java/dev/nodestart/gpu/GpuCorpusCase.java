package dev.nodestart.gpu;

import dev.nodestart.conformance.Outcome;
import dev.nodestart.conformance.Verdict;
import dev.nodestart.conformance.facts.GpuLevel;
import dev.nodestart.emulator.data.JsonCursor;
import dev.nodestart.emulator.data.JsonTree;
import dev.nodestart.emulator.gpu.GpuRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One folder of {@code corpus/gpu}.
 *
 * @param name that of the folder
 * @param lines of a Dockerfile, on top of an image that boots
 * @param broken whether something is wrong with it
 * @param simulated whether the node gets the simulated driver
 * @param gpus which devices are asked for
 * @param nodes the script that makes stand-ins for device nodes
 * @param level how much is tried
 * @param verdict the answer with {@code --require gpu}
 * @param causes ids of the diagnosis: the one that must come first, then others that must be named too
 * @param checks how checks must end
 */
record GpuCorpusCase(
        String name,
        List<String> lines,
        boolean broken,
        boolean simulated,
        GpuRequest gpus,
        String nodes,
        GpuLevel level,
        Verdict verdict,
        List<String> causes,
        Map<String, Outcome> checks) {
    /** Tests run in the folder of their module. */
    static final Path FOLDER = Path.of("..", "corpus", "gpu");

    static List<GpuCorpusCase> all() {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.filter(folder -> Files.exists(folder.resolve("case.json")))
                    .sorted()
                    .map(GpuCorpusCase::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GpuCorpusCase read(Path folder) {
        Path file = folder.resolve("case.json");
        Path dockerfile = folder.resolve("Dockerfile");
        try {
            JsonCursor root = JsonCursor.root(
                            file.toString(), JsonTree.parse(Files.newInputStream(file), file.toString()))
                    .object(Set.of("title", "cause", "source", "simulated_gpu", "gpus", "nodes", "level", "expect"));
            JsonCursor expect = root.child("expect").object(Set.of("verdict", "causes", "checks"));
            root.child("title").text();
            root.child("source").text();
            return new GpuCorpusCase(
                    folder.getFileName().toString(),
                    Files.exists(dockerfile)
                            ? Files.readAllLines(dockerfile).stream()
                                    .filter(line -> !line.equals("ARG BASE") && !line.equals("FROM ${BASE}"))
                                    .toList()
                            : List.of(),
                    root.optional("cause", JsonCursor::text).isPresent(),
                    root.optional("simulated_gpu", JsonCursor::flag).orElse(false),
                    GpuRequest.parse(root.optional("gpus", JsonCursor::text).orElse("all")),
                    root.optional("nodes", JsonCursor::text).orElse("nodes.sh"),
                    root.optional("level", JsonCursor::text)
                            .flatMap(GpuLevel::named)
                            .orElse(GpuLevel.QUICK),
                    Verdict.valueOf(expect.child("verdict").text().toUpperCase(Locale.ROOT)),
                    expect.child("causes").list(JsonCursor::text),
                    expect.optional(
                                    "checks",
                                    checks -> checks.map(outcome ->
                                            Outcome.valueOf(outcome.text().toUpperCase(Locale.ROOT))))
                            .orElse(Map.of()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Path> script() {
        return simulated ? Optional.of(FOLDER.resolve(nodes)) : Optional.empty();
    }
}
