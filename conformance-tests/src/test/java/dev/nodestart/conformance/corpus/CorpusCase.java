package dev.nodestart.conformance.corpus;

import dev.nodestart.emulator.launch.Limits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One folder of the corpus: an image, a spec and scripts with one fault, or with none.
 *
 * @param folder where its {@code Dockerfile}, {@code cluster.json}, {@code scripts}, {@code global} and
 *     {@code descriptors} lie, all of them optional
 * @param title what it is, a few words
 * @param cause what is wrong, in words; empty for a good one
 * @param source where the fact comes from
 * @param require the capabilities that are required, empty for the default ones
 * @param limits how long each part may take
 * @param registry where the image is pulled from, empty for one that is built here
 * @param expected what must come of it
 */
record CorpusCase(
        Path folder,
        String title,
        Optional<String> cause,
        String source,
        Optional<String> require,
        Limits limits,
        Optional<RegistryPlan> registry,
        Expectation expected) {

    /** The name of the case, which is that of its folder. */
    String name() {
        return folder.getFileName().toString();
    }

    /** Whether something is wrong with it. */
    boolean isBroken() {
        return cause.isPresent();
    }

    /** A file or folder of the case, where it has one. */
    Optional<Path> file(String name) {
        return Optional.of(folder.resolve(name)).filter(Files::exists);
    }

    @Override
    public String toString() {
        return name();
    }
}
