package dev.nodestart.conformance.corpus;

import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.engine.EngineException;
import dev.nodestart.emulator.host.EngineImageBuilder;
import dev.nodestart.emulator.host.HostException;
import dev.nodestart.emulator.host.HostListener;
import dev.nodestart.emulator.host.Machine;
import dev.nodestart.emulator.host.Programs;
import dev.nodestart.emulator.host.RecipeImage;
import dev.nodestart.emulator.host.SampleImage;
import dev.nodestart.emulator.host.Workshop;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Builds the images of the corpus: one base from the sample image, and a few lines more for each case. */
final class CorpusImages {
    static final String BASE = "nodestart/corpus:base";

    private static final Path SAMPLE = Path.of("..", "samples", "dbr-15.4");

    private final Engine engine;
    private final RecipeImage parts;
    private final RecipeImage partsOfR;

    CorpusImages(Engine engine) {
        this.engine = engine;
        this.parts = recipe("parts", "nodestart/corpus-parts");
        this.partsOfR = recipe("parts-r", "nodestart/corpus-parts-r");
    }

    private static RecipeImage recipe(String folder, String repository) {
        return new RecipeImage(
                Map.of("Dockerfile", read(Corpus.FOLDER.resolve(folder + "/Dockerfile"))), repository, "12");
    }

    /** Makes the base, and the parts that the cases copy from, where the engine does not have them as they are now. */
    void makeBase(List<CorpusCase> cases) {
        Map<String, String> environment = System.getenv();
        Path home = Path.of(System.getProperty("user.home"));
        try {
            SampleImage sample = SampleImage.of(SAMPLE);
            Workshop workshop = new Workshop(
                    new EngineImageBuilder(engine),
                    Programs.of(environment),
                    Machine.here(environment, home),
                    environment,
                    home,
                    HostListener.silent());
            sample.ensure(workshop);
            parts.ensure(workshop);
            if (cases.stream().anyMatch(CorpusImages::needsR)) {
                partsOfR.ensure(workshop);
            }
            build(Corpus.FOLDER.resolve("base"), BASE, Map.of("SAMPLE", sample.tag()));
        } catch (HostException e) {
            throw new AssertionError("The base of the corpus cannot be built. " + e.getMessage(), e);
        }
    }

    /** Makes the image of a case; one without a Dockerfile has the base. */
    String make(CorpusCase one) {
        if (one.file("Dockerfile").isEmpty()) {
            return BASE;
        }
        String tag = "nodestart/corpus:" + one.name();
        build(one.folder(), tag, Map.of("BASE", BASE, "PARTS", parts.tag(), "PARTS_R", partsOfR.tag()));
        return tag;
    }

    private static boolean needsR(CorpusCase one) {
        return one.file("Dockerfile")
                .filter(file -> new String(read(file), StandardCharsets.UTF_8).contains("PARTS_R"))
                .isPresent();
    }

    /** Removes the image of a case. */
    void remove(String image) {
        if (!image.equals(BASE)) {
            engine.images().remove(image, true);
        }
    }

    private void build(Path folder, String tag, Map<String, String> arguments) {
        StringBuilder log = new StringBuilder();
        try {
            engine.imageBuilds()
                    .build(
                            new ByteArrayInputStream(archive(folder)),
                            tag,
                            Optional.empty(),
                            arguments,
                            line -> log.append(line).append('\n'));
        } catch (EngineException e) {
            throw new AssertionError("The image [" + tag + "] cannot be built: " + e.getMessage() + "\n" + log, e);
        }
        if (engine.images().inspect(tag).isEmpty()) {
            throw new AssertionError("The build of [" + tag + "] made no image:\n" + log);
        }
    }

    /** Everything in a folder, each file with the mode that it has there. */
    private static byte[] archive(Path folder) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            for (Path file : files(folder)) {
                byte[] content = Files.readAllBytes(file);
                TarArchiveEntry entry =
                        new TarArchiveEntry(folder.relativize(file).toString());
                entry.setSize(content.length);
                entry.setMode(Files.isExecutable(file) ? 0100755 : 0100644);
                entry.setModTime(0);
                tar.putArchiveEntry(entry);
                tar.write(content);
                tar.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
