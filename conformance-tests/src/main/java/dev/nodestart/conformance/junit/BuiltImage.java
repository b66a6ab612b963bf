package dev.nodestart.conformance.junit;

import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.engine.EngineException;
import dev.nodestart.emulator.model.ImageInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/** An image that is built from a Dockerfile for the tests. Its name depends on the Dockerfile's place, not on content. */
final class BuiltImage {
    private static final int LAST_LINES = 20;

    private final BuildContext context;
    private final Map<String, String> arguments;

    private BuiltImage(BuildContext context, Map<String, String> arguments) {
        this.context = context;
        this.arguments = arguments;
    }

    /**
     * What is to be built.
     *
     * @param dockerfile a Dockerfile, or a folder with one
     * @param arguments {@code NAME=VALUE}
     * @throws IllegalArgumentException where there is no Dockerfile, or an argument has another form
     */
    static BuiltImage of(Path dockerfile, List<String> arguments) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException(
                        "[buildArgs]: [" + argument + "] has not the form NAME=VALUE, such as [BASE=debian:12].");
            }
            values.put(argument.substring(0, equals), argument.substring(equals + 1));
        }
        return new BuiltImage(BuildContext.of(dockerfile), values);
    }

    /** The Dockerfile itself, where its folder was named too. */
    Path dockerfile() {
        return context.dockerfile();
    }

    /** The image's name, for people who see it in {@code docker images}. */
    String tag() {
        CRC32 sum = new CRC32();
        sum.update((context.dockerfile() + "\n" + arguments).getBytes(StandardCharsets.UTF_8));
        return "nodestart/tested:%08x".formatted(sum.getValue());
    }

    /**
     * Builds it, with the engine's cache, and removes what a former build of it made.
     *
     * @throws AssertionError where the build fails
     */
    String on(Engine engine) {
        Optional<ImageInfo> former = engine.images().inspect(tag());
        LastLines log = new LastLines(LAST_LINES);
        try (InputStream archive = context.archive()) {
            engine.imageBuilds().build(archive, tag(), Optional.empty(), arguments, log::add);
        } catch (EngineException e) {
            throw Failure.of(
                    BuildFailure.message(context.dockerfile(), e.reason().strip(), log.lines()));
        } catch (IOException e) {
            throw new UncheckedIOException("The build context cannot be removed.", e);
        }
        String id = engine.images().inspect(tag()).map(ImageInfo::id).orElse("");
        former.map(ImageInfo::id).filter(old -> !old.equals(id)).ifPresent(old -> remove(engine, old));
        return tag();
    }

    private static void remove(Engine engine, String image) {
        try {
            engine.images().remove(image, false);
        } catch (EngineException e) {
            // somebody else uses it: then it is not ours to remove
            return;
        }
    }
}
