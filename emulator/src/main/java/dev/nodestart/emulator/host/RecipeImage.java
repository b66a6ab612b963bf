package dev.nodestart.emulator.host;

import dev.nodestart.emulator.host.ImageBuilder.Build;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An image that is built once from a Dockerfile and kept under a tag that names its recipe. The Dockerfile has a stage
 * {@code build} labelled {@code dev.nodestart.build=sample}, and takes {@code BASE} and {@code FINAL}, which become a
 * bare Debian 12 and the files of that stage without its history.
 */
public final class RecipeImage {

    private static final String STAGE_LABEL = "dev.nodestart.build=sample";

    private final Map<String, byte[]> files;
    private final String repository;
    private final String prefix;
    private final String fingerprint;

    /**
     * Takes what the image is made from.
     *
     * @param files the build context: {@code Dockerfile} and what it copies, all in one folder
     * @param repository such as {@code nodestart/sample}
     * @param prefix first part of the tag, such as {@code 15.4}
     */
    public RecipeImage(Map<String, byte[]> files, String repository, String prefix) {
        this.files = Map.copyOf(files);
        this.repository = repository;
        this.prefix = prefix;
        this.fingerprint = Fingerprint.ofFiles(files, DebianBase.tag());
    }

    /** Returns the image's name and tag, which changes with everything that it is made from. */
    public String tag() {
        return "%s:%s-%s".formatted(repository, prefix, fingerprint);
    }

    /** Builds the image where the engine does not have it; where it has, that costs one call. */
    public void ensure(Workshop workshop) throws HostException {
        if (!workshop.engine().has(tag())) {
            MachineLock.holding(workshop.machine().stateFolder(), "image", () -> buildOnce(workshop));
        }
    }

    private Optional<String> buildOnce(Workshop workshop) throws HostException {
        // Another process may have built it while this one waited for the lock.
        if (workshop.engine().has(tag())) {
            return Optional.empty();
        }
        workshop.listener().buildingImage(tag());
        List<AptSource> sources = AptSources.debian(Path.of("/etc/apt"), DebianBase.RELEASE);
        String base = new DebianBase(workshop, sources).ensure();
        Path context = workshop.machine().stateFolder().resolve("context");
        Folders.delete(context);
        try {
            writeContext(context, workshop, sources);
            build(workshop, context, base);
            return Optional.of(tag());
        } catch (IOException e) {
            throw new HostException(
                    "An image cannot be built in the folder [%s]: %s.".formatted(context, e.getMessage()), e);
        } finally {
            Folders.delete(context);
            workshop.engine().removeUntagged(STAGE_LABEL);
        }
    }

    private void writeContext(Path context, Workshop workshop, List<AptSource> sources) throws IOException {
        Files.createDirectories(context);
        // pip's and apt's settings may hold passwords.
        Files.setPosixFilePermissions(context, PosixFilePermissions.fromString("rwx------"));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(context.resolve(file.getKey()), file.getValue());
        }
        new HostSettings(workshop.environment(), workshop.home(), Path.of("/"), workshop.programs())
                .writeTo(context.resolve("host"), sources);
    }

    private void build(Workshop workshop, Path context, String base) throws HostException {
        ImageBuilder engine = workshop.engine();
        String stage = repository + ":stage-" + fingerprint;
        String flat = repository + ":files-" + fingerprint;
        BuildLog log = new BuildLog(workshop.listener());
        engine.build(new Build(context, Map.of("BASE", base), Optional.of("build"), stage), log::line);
        try {
            engine.flatten(stage, flat);
            Map<String, String> arguments = new HashMap<>(Map.of("BASE", base, "FINAL", flat));
            // Only a recipe that finds out what its image can do takes these.
            log.capabilities().ifPresent(capabilities -> {
                arguments.put("REQUIRE", capabilities);
                arguments.put("SAMPLE", fingerprint);
            });
            engine.build(new Build(context, arguments, Optional.empty(), tag()), workshop.listener()::output);
            engine.untag(flat);
        } finally {
            engine.untag(stage);
        }
    }
}
