package dev.nodestart.emulator.host;

import dev.nodestart.emulator.host.Programs.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A bare Debian 12 on the engine: pulled where a registry can be reached, else made from this machine's package sources. */
final class DebianBase {

    static final String RELEASE = "bookworm";
    private static final String PULLED = "debian:12";

    /** Options of mmdebstrap: no manuals, no fsync, and no trace of where the packages came from. */
    private static final List<String> RECIPE = List.of(
            "--variant=minbase",
            "--format=tar",
            "--dpkgopt=force-unsafe-io",
            "--dpkgopt=path-exclude=/usr/share/man/*",
            "--dpkgopt=path-exclude=/usr/share/doc/*",
            "--dpkgopt=path-include=/usr/share/doc/*/copyright",
            "--dpkgopt=path-exclude=/usr/share/locale/*",
            "--customize-hook=rm -rf \"$1\"/etc/apt/sources.list \"$1\"/etc/apt/sources.list.d/* \"$1\"/etc/apt/apt.conf.d/99mmdebstrap \"$1\"/etc/apt/auth.conf* \"$1\"/etc/resolv.conf \"$1\"/etc/hostname");

    private final Workshop workshop;
    private final List<AptSource> sources;

    DebianBase(Workshop workshop, List<AptSource> sources) {
        this.workshop = workshop;
        this.sources = List.copyOf(sources);
    }

    /** Returns the tag of the base that is made here. */
    static String tag() {
        return "nodestart/base:debian-12-" + Fingerprint.ofText(String.join("\n", RECIPE));
    }

    /** Returns a base that the engine has, getting one where it has none. */
    String ensure() throws HostException {
        for (String reference : List.of(tag(), PULLED)) {
            if (workshop.engine().has(reference)) {
                return reference;
            }
        }
        Optional<String> unreachable = workshop.engine().pull(PULLED);
        if (unreachable.isEmpty()) {
            return PULLED;
        }
        if (sources.isEmpty()) {
            throw new HostException(
                    "The image [%s] cannot be pulled (%s), and this machine has no Debian package sources to make one from: load it with [docker load], or name an image of your own."
                            .formatted(PULLED, Packages.sentenceEnd(unreachable.get())));
        }
        bootstrap();
        return tag();
    }

    private void bootstrap() throws HostException {
        new Packages(workshop.programs(), workshop.machine(), workshop.listener())
                .require("to make a Debian base image from this machine's package sources", "mmdebstrap");
        workshop.listener().buildingBase("from this machine's package sources, as no image registry can be reached");
        Path folder = workshop.machine().stateFolder().resolve("base");
        try {
            Files.createDirectories(folder);
            Path list = folder.resolve("host.sources");
            Path archive = folder.resolve("base.tar");
            StringBuilder stanzas = new StringBuilder();
            sources.forEach(source -> stanzas.append(source.stanza(source.signedBy())));
            Files.writeString(list, stanzas.toString());
            List<String> command = new ArrayList<>(List.of("mmdebstrap"));
            command.addAll(RECIPE);
            command.addAll(List.of(RELEASE, archive.toString(), list.toString()));
            Run run = workshop.programs()
                    .run(Duration.ofMinutes(15), Map.of(), workshop.listener()::output, command.toArray(String[]::new));
            if (!run.ok()) {
                throw new HostException(
                        "A Debian base image cannot be made: mmdebstrap ended with exit code %d: %s. Check this machine's package sources with [apt-get update]."
                                .formatted(run.exitCode(), Packages.sentenceEnd(run.lastLine())));
            }
            workshop.engine().importRootFilesystem(archive, tag());
        } catch (IOException e) {
            throw new HostException("The folder [%s] cannot be used: %s.".formatted(folder, e.getMessage()), e);
        } finally {
            Folders.delete(folder);
        }
    }
}
