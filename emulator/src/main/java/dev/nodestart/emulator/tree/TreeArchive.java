package dev.nodestart.emulator.tree;

import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** A runtime tree as a tar archive, for an engine that does not see this machine's files. */
public final class TreeArchive {
    private final Path root;
    private final List<Item> items;
    private final String fingerprint;

    private TreeArchive(Path root, List<Item> items) {
        this.root = root;
        this.items = items;
        this.fingerprint = fingerprint(items);
    }

    /**
     * Walks the tree.
     *
     * @throws IOException where it cannot be read, or holds something that is no file, folder or link
     */
    public static TreeArchive of(RuntimeTree tree) throws IOException {
        List<Item> items = new ArrayList<>();
        Files.walkFileTree(tree.folder(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                return add(folder, attributes);
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Optional<String> odd = RuntimeTree.odd(file);
                if (odd.isPresent()) {
                    throw new IOException("it " + odd.get().replaceAll("\\.$", ""));
                }
                return add(file, attributes);
            }

            private FileVisitResult add(Path path, BasicFileAttributes attributes) throws IOException {
                if (!path.equals(tree.folder())) {
                    items.add(Item.of(tree.folder(), path, attributes));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        items.sort(Comparator.comparing(Item::path));
        return new TreeArchive(tree.folder(), List.copyOf(items));
    }

    /** Sixteen hexadecimal digits that change with any path, size, time of change, or link. */
    public String fingerprint() {
        return fingerprint;
    }

    /** The archive, made while it is read; the caller closes it. */
    public InputStream open() throws IOException {
        PipedInputStream read = new PipedInputStream(256 * 1024);
        PipedOutputStream write = new PipedOutputStream(read);
        Thread writer = new Thread(() -> write(write), "nodestart-tree");
        writer.setDaemon(true);
        writer.start();
        return read;
    }

    private void write(PipedOutputStream out) {
        // where this fails, the reader finds a cut archive, which the engine refuses
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out, StandardCharsets.UTF_8.name())) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            for (Item item : items) {
                item.write(root, tar);
            }
            tar.finish();
        } catch (IOException e) {
            // either the reader is gone, or it finds a cut archive, which the engine refuses
            return;
        }
    }

    private static String fingerprint(List<Item> items) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            items.forEach(item -> digest.update((item + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /** One path; {@code link} is empty for what is no symbolic link. */
    private record Item(String path, boolean folder, boolean executable, long size, long changed, String link) {
        static Item of(Path root, Path path, BasicFileAttributes attributes) throws IOException {
            return new Item(
                    root.relativize(path).toString().replace('\\', '/'),
                    attributes.isDirectory(),
                    attributes.isRegularFile() && Files.isExecutable(path),
                    attributes.isRegularFile() ? attributes.size() : 0,
                    attributes.lastModifiedTime().toMillis(),
                    attributes.isSymbolicLink() ? Files.readSymbolicLink(path).toString() : "");
        }

        void write(Path root, TarArchiveOutputStream tar) throws IOException {
            TarArchiveEntry entry = link.isEmpty()
                    ? new TarArchiveEntry(folder ? path + "/" : path)
                    : new TarArchiveEntry(path, TarConstants.LF_SYMLINK);
            if (!link.isEmpty()) {
                entry.setLinkName(link);
            }
            entry.setMode(folder || executable ? 0755 : 0644);
            entry.setModTime(changed);
            entry.setSize(size);
            tar.putArchiveEntry(entry);
            if (size > 0) {
                try (InputStream content = Files.newInputStream(root.resolve(path))) {
                    content.transferTo(tar);
                }
            }
            tar.closeArchiveEntry();
        }
    }
}
