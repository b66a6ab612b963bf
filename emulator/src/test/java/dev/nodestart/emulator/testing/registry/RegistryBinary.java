package dev.nodestart.emulator.testing.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds Debian's {@code docker-registry}, or installs it, saying so. */
final class RegistryBinary {

    private static final String NAME = "docker-registry";

    private RegistryBinary() {}

    static synchronized String find() {
        return onPath().or(RegistryBinary::install)
                .orElseThrow(
                        () -> new IllegalStateException(
                                "These tests need [docker-registry]: install the Debian package of that name, or run them as root."));
    }

    private static Optional<String> onPath() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("") + ":/usr/bin:/usr/local/bin";
        return Stream.of(path.split(":"))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, NAME))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    private static Optional<String> install() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return Optional.empty();
        }
        System.err.println("Installing the package [docker-registry] for the tests.");
        // a package index that was never fetched, or is stale, is fetched once
        if (!apt("install", "-y", "--no-install-recommends", NAME)) {
            apt("update");
            apt("install", "-y", "--no-install-recommends", NAME);
        }
        return onPath();
    }

    private static boolean apt(String... arguments) {
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(Stream.of("apt-get", "-q"), Stream.of(arguments))
                        .toList())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        // the package starts a service of its own where that is not forbidden
        builder.environment().put("RUNLEVEL", "1");
        try {
            return builder.start().waitFor() == 0;
        } catch (IOException exception) {
            return false;
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
