package dev.nodestart.conformance.junit;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Packs the folder of a Dockerfile as docker does: without what {@code .dockerignore} names, with modes and links. */
final class BuildContext {
    static final String DOCKERFILE = "Dockerfile";

    private final Path dockerfile;
    private final Path folder;

    private BuildContext(Path dockerfile, Path folder) {
        this.dockerfile = dockerfile;
        this.folder = folder;
    }

    /**
     * The context of a Dockerfile, or of the one in a folder.
     *
     * @throws IllegalArgumentException where there is none
     */
    static BuildContext of(Path place) {
        Path dockerfile = (Files.isDirectory(place) ? place.resolve(DOCKERFILE) : place)
                .toAbsolutePath()
                .normalize();
        Path folder = dockerfile.getParent();
        if (folder == null || !Files.isRegularFile(dockerfile)) {
            throw new IllegalArgumentException("There is no Dockerfile at [" + dockerfile + "].");
        }
        return new BuildContext(dockerfile, folder);
    }

    Path dockerfile() {
        return dockerfile;
    }

    /** The archive; its file goes when it is closed. The Dockerfile is called {@code Dockerfile} in it. */
    InputStream archive() {
        try {
            Path file = Files.createTempFile("nodestart-context", ".tar");
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                    TarArchiveOutputStream tar = new TarArchiveOutputStream(out, StandardCharsets.UTF_8.name())) {
                tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
                tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
                pack(tar);
            }
            return Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder [" + folder + "] cannot be packed for the build.", e);
        }
    }

    private void pack(TarArchiveOutputStream tar) throws IOException {
        IgnoreFile ignored = ignored();
        boolean renamed = !dockerfile.equals(folder.resolve(DOCKERFILE));
        List<Path> paths;
        try (Stream<Path> tree = Files.walk(folder)) {
            paths = tree.filter(path -> !path.equals(folder)).sorted().toList();
        }
        for (Path path : paths) {
            String name = folder.relativize(path).toString().replace('\\', '/');
            boolean shadowed = renamed && name.equals(DOCKERFILE);
            if (!shadowed && (path.equals(dockerfile) || !ignored.leavesOut(name))) {
                put(tar, path, name);
            }
        }
        if (renamed) {
            put(tar, dockerfile, DOCKERFILE);
        }
    }

    private IgnoreFile ignored() throws IOException {
        Path own = dockerfile.resolveSibling(dockerfile.getFileName() + ".dockerignore");
        Path file = Files.isRegularFile(own) ? own : folder.resolve(".dockerignore");
        return Files.isRegularFile(file) ? IgnoreFile.parse(Files.readAllLines(file)) : IgnoreFile.NONE;
    }

    private static void put(TarArchiveOutputStream tar, Path path, String name) throws IOException {
        if (Files.isSymbolicLink(path)) {
            TarArchiveEntry link = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
            link.setLinkName(Files.readSymbolicLink(path).toString());
            tar.putArchiveEntry(link);
        } else if (Files.isDirectory(path)) {
            tar.putArchiveEntry(new TarArchiveEntry(name + "/"));
        } else if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            TarArchiveEntry file = new TarArchiveEntry(name);
            file.setSize(Files.size(path));
            file.setMode(Files.isExecutable(path) ? 0755 : 0644);
            file.setModTime(0L);
            tar.putArchiveEntry(file);
            Files.copy(path, tar);
        } else {
            return;
        }
        tar.closeArchiveEntry();
    }
}
