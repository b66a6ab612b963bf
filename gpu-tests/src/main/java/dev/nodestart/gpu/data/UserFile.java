package dev.nodestart.gpu.data;

import dev.nodestart.emulator.data.DataFileException;
import dev.nodestart.emulator.data.JsonCursor;
import dev.nodestart.emulator.data.JsonTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A data file that a user may have beside the built-in one. */
final class UserFile {
    private UserFile() {}

    static Optional<JsonCursor> at(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    JsonCursor.root(file.toString(), JsonTree.parse(Files.newInputStream(file), file.toString())));
        } catch (IOException e) {
            throw new DataFileException("Data file [" + file + "] cannot be read: " + e.getMessage() + ".");
        }
    }
}
