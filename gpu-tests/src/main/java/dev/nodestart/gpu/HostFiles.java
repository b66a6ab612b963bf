package dev.nodestart.gpu;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A real file system, seen from a root folder. */
public final class HostFiles implements FileSystemView {

    private final Path root;

    /**
     * Looks at a machine's files.
     *
     * @param root {@code /}, or the folder where another machine's root is mounted
     */
    public HostFiles(Path root) {
        this.root = root;
    }

    @Override
    public boolean exists(String path) {
        return Files.exists(at(path), LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public List<String> list(String folder) {
        try (Stream<Path> entries = Files.list(at(folder))) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    @Override
    public Optional<String> read(String path) {
        try {
            return Optional.of(Files.readString(at(path), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private Path at(String path) {
        return root.resolve(path.replaceFirst("^/+", ""));
    }
}
