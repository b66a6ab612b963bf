package dev.nodestart.emulator.testing;

import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.host.EngineImageBuilder;
import dev.nodestart.emulator.host.HostException;
import dev.nodestart.emulator.host.HostListener;
import dev.nodestart.emulator.host.Machine;
import dev.nodestart.emulator.host.Programs;
import dev.nodestart.emulator.host.RecipeImage;
import dev.nodestart.emulator.host.Workshop;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * Small images for tests. The whole one is made once from Debian's own packages and kept; broken ones are a line or two
 * on top of it and cost a second.
 */
public final class TestImages {

    private final Engine engine;

    /**
     * Takes the engine to build on.
     *
     * @param engine an engine that answers
     */
    public TestImages(Engine engine) {
        this.engine = engine;
    }

    /**
     * Returns an image that boots on every line from 11.3 on: Java 17 (choose it with {@code JNAME} where the line's
     * own is another), bash, iproute2, procps, sudo, acl, virtualenv, the locked user, {@code /databricks/python3} with
     * Debian's ipykernel and a stand-in for pyccolo.
     */
    public String whole() {
        Map<String, String> environment = System.getenv();
        Path home = Path.of(System.getProperty("user.home"));
        try {
            RecipeImage image = new RecipeImage(Map.of("Dockerfile", dockerfile()), "nodestart/test-image", "whole");
            image.ensure(new Workshop(
                    new EngineImageBuilder(engine),
                    Programs.of(environment),
                    Machine.here(environment, home),
                    environment,
                    home,
                    HostListener.silent()));
            return image.tag();
        } catch (HostException e) {
            throw new AssertionError("The image for tests cannot be built. " + e.getMessage(), e);
        }
    }

    /** Returns the whole image changed by lines of a Dockerfile, such as {@code RUN rm /usr/bin/ps}. */
    public String with(String... lines) {
        String text = "FROM " + whole() + "\n" + String.join("\n", lines) + "\n";
        return build(text);
    }

    /** Returns an image built from a whole Dockerfile without a context, such as {@code FROM scratch}. */
    public String build(String dockerfile) {
        CRC32 sum = new CRC32();
        sum.update(dockerfile.getBytes(StandardCharsets.UTF_8));
        String tag = "nodestart/test-image:derived-%08x".formatted(sum.getValue());
        if (engine.images().inspect(tag).isEmpty()) {
            StringBuilder log = new StringBuilder();
            engine.imageBuilds()
                    .build(
                            new ByteArrayInputStream(archive(dockerfile + "\nLABEL dev.nodestart.test=derived\n")),
                            tag,
                            Optional.empty(),
                            Map.of(),
                            line -> log.append(line).append('\n'));
            if (engine.images().inspect(tag).isEmpty()) {
                throw new AssertionError("The build made no image:\n" + log);
            }
        }
        return tag;
    }

    private static byte[] archive(String dockerfile) {
        byte[] content = dockerfile.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            TarArchiveEntry entry = new TarArchiveEntry("Dockerfile");
            entry.setSize(content.length);
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] dockerfile() {
        try (InputStream file = TestImages.class.getResourceAsStream("image/Dockerfile")) {
            return Objects.requireNonNull(file, "the recipe of the image for tests")
                    .readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
