package dev.nodestart.emulator.host;

import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.engine.EngineException;
import dev.nodestart.emulator.engine.EngineUnavailableException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Builds images on an engine. */
public final class EngineImageBuilder implements ImageBuilder {

    private final Engine engine;

    /**
     * Takes the engine to build on; the caller closes it.
     *
     * @param engine an engine that answers
     */
    public EngineImageBuilder(Engine engine) {
        this.engine = engine;
    }

    @Override
    public boolean has(String reference) throws HostException {
        return call(() -> engine.images().inspect(reference).isPresent());
    }

    @Override
    public Optional<String> pull(String reference) {
        Name name = Name.of(reference);
        try {
            engine.images().pull(name.repository(), name.tag(), Optional.empty(), message -> {});
            return Optional.empty();
        } catch (EngineException e) {
            return Optional.of(e.reason());
        } catch (EngineUnavailableException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void importRootFilesystem(Path archive, String tag) throws HostException {
        Name name = Name.of(tag);
        call(() -> {
            try (InputStream stream = new BufferedInputStream(Files.newInputStream(archive))) {
                engine.images().importTar(stream, name.repository(), name.tag(), List.of());
            }
            return name;
        });
    }

    @Override
    public void build(Build build, Consumer<String> log) throws HostException {
        call(() -> {
            try (InputStream context = ContextArchive.of(build.context())) {
                engine.imageBuilds().build(context, build.tag(), build.target(), build.arguments(), log);
            }
            return build;
        });
    }

    @Override
    public void flatten(String image, String tag) throws HostException {
        Name name = Name.of(tag);
        call(() -> {
            engine.imageBuilds().flatten(image, name.repository(), name.tag());
            return name;
        });
    }

    @Override
    public void untag(String reference) throws HostException {
        call(() -> {
            // the name goes even where a container that somebody else left was made from the image
            engine.images().remove(reference, true);
            return reference;
        });
    }

    @Override
    public void removeUntagged(String label) throws HostException {
        call(() -> {
            engine.imageBuilds().removeUntagged(label);
            return label;
        });
    }

    private static <T> T call(EngineCall<T> call) throws HostException {
        try {
            return call.run();
        } catch (EngineException e) {
            throw new HostException(
                    "The container engine could not build an image: %s. Run again with [--debug] to see the build's output."
                            .formatted(Packages.sentenceEnd(e.reason().strip())),
                    e);
        } catch (EngineUnavailableException | IOException e) {
            throw new HostException(
                    "The container engine could not build an image: %s."
                            .formatted(Packages.sentenceEnd(String.valueOf(e.getMessage()))),
                    e);
        }
    }

    @FunctionalInterface
    private interface EngineCall<T> {
        T run() throws IOException;
    }

    /** Name and tag of an image; our own images have both. */
    private record Name(String repository, String tag) {
        static Name of(String reference) {
            int colon = reference.lastIndexOf(':');
            return new Name(reference.substring(0, colon), reference.substring(colon + 1));
        }
    }
}
