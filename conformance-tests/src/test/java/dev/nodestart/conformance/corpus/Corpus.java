package dev.nodestart.conformance.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** All cases. */
final class Corpus {
    /** Tests run in the folder of their module. */
    static final Path FOLDER = Path.of("..", "corpus");

    private Corpus() {}

    /** Every folder with a {@code case.json}, by name. */
    static List<CorpusCase> cases() {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.filter(folder -> Files.exists(folder.resolve("case.json")))
                    .sorted()
                    .map(CaseReader::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
