package dev.nodestart.cli;

import dev.nodestart.emulator.recording.Bundle;
import dev.nodestart.emulator.recording.BundleReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A bundle that is read like a folder: unpacked to a temporary place until this process ends. */
final class UnpackedBundle {
    private UnpackedBundle() {}

    /** The recording's folder; empty where the file is no bundle. */
    static Optional<Path> of(Path file) {
        try {
            if (!Files.isRegularFile(file) || !Bundle.isBundle(file)) {
                return Optional.empty();
            }
            Path folder = Files.createTempDirectory("nodestart-bundle-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> RunsFolder.delete(folder), "nodestart-unpacked"));
            return Optional.of(BundleReader.unpack(file, folder));
        } catch (IOException e) {
            throw new UncheckedIOException("The bundle [" + file + "] cannot be read: " + e.getMessage() + ".", e);
        }
    }
}
