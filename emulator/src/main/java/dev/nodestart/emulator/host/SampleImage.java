package dev.nodestart.emulator.host;

import dev.nodestart.emulator.host.ImageBuilder.Build;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The image that {@code nodestart verify} starts when it is given none: real software, built once and kept. */
public final class SampleImage {

    /** The runtime line that the sample is made for. */
    public static final String LINE = "15.4";

    private static final String STAGE_LABEL = "dev.nodestart.build=sample";

    private final Path folder;
    private final String fingerprint;

    private SampleImage(Path folder, String fingerprint) {
        this.folder = folder;
        this.fingerprint = fingerprint;
    }

    /**
     * Reads what the sample is made from.
     *
     * @param folder the checkout's folder {@code samples/dbr-15.4}
     */
    public static SampleImage of(Path folder) throws HostException {
        try {
            return new SampleImage(folder, Fingerprint.ofFolder(folder, DebianBase.tag()));
        } catch (IOException e) {
            throw new HostException(
                    "The sample image cannot be built: its folder [%s] cannot be read. Run from a complete checkout, or name an image of your own."
                            .formatted(folder),
                    e);
        }
    }

    /** Returns the image's name and tag, which changes with everything that it is made from. */
    public String tag() {
        return "nodestart/sample:%s-%s".formatted(LINE, fingerprint);
    }

    /**
     * Returns the variables that a cluster with this image needs: its Java is Debian's OpenJDK 17, chosen as users of
     * the line choose it.
     */
    public Map<String, String> sparkEnvVars() {
        // dcs.md §4.8: the name of a folder below /usr/lib/jvm.
        return Map.of("JNAME", "java-17-openjdk-amd64");
    }

    /** Builds the image where the engine does not have it; where it has, that costs one call. */
    public void ensure(Workshop workshop) throws HostException {
        if (!workshop.engine().has(tag())) {
            MachineLock.holding(workshop.machine().stateFolder(), "sample", () -> buildOnce(workshop));
        }
    }

    private Optional<String> buildOnce(Workshop workshop) throws HostException {
        // Another process may have built it while this one waited for the lock.
        if (workshop.engine().has(tag())) {
            return Optional.empty();
        }
        workshop.listener().buildingSample(tag());
        List<AptSource> sources = AptSources.debian(Path.of("/etc/apt"), DebianBase.RELEASE);
        String base = new DebianBase(workshop, sources).ensure();
        Path context = workshop.machine().stateFolder().resolve("sample");
        Folders.delete(context);
        try {
            writeContext(context, workshop, sources);
            return Optional.of(build(workshop, context, base));
        } catch (IOException e) {
            throw new HostException(
                    "The sample image cannot be built in the folder [%s]: %s.".formatted(context, e.getMessage()), e);
        } finally {
            Folders.delete(context);
            workshop.engine().removeUntagged(STAGE_LABEL);
        }
    }

    private void writeContext(Path context, Workshop workshop, List<AptSource> sources) throws IOException {
        Files.createDirectories(context);
        // pip's and apt's settings may hold passwords.
        Files.setPosixFilePermissions(context, PosixFilePermissions.fromString("rwx------"));
        for (Path file : Fingerprint.files(folder)) {
            Files.copy(file, context.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
        new HostSettings(workshop.environment(), workshop.home(), Path.of("/"), workshop.programs())
                .writeTo(context.resolve("host"), sources);
    }

    private String build(Workshop workshop, Path context, String base) throws HostException {
        ImageBuilder engine = workshop.engine();
        String stage = "nodestart/sample-stage:" + fingerprint;
        String flat = "nodestart/sample-files:" + fingerprint;
        SampleLog log = new SampleLog(workshop.listener());
        engine.build(new Build(context, Map.of("BASE", base), Optional.of("build"), stage), log::line);
        try {
            engine.flatten(stage, flat);
            Map<String, String> arguments = Map.of(
                    "BASE", base,
                    "FINAL", flat,
                    "REQUIRE", log.capabilities(),
                    "SAMPLE", fingerprint);
            engine.build(new Build(context, arguments, Optional.empty(), tag()), workshop.listener()::output);
            engine.untag(flat);
        } finally {
            engine.untag(stage);
        }
        return tag();
    }
}
