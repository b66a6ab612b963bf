package dev.nodestart.emulator.recording;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nodestart.emulator.data.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** A recording in one file that can be given away: a {@code tar.gz} of its folder, with a manifest. */
public final class Bundle {
    /** The most that goes into one, before it is compressed, in bytes. */
    public static final long LARGEST = 64L << 20;

    private static final int MAGIC_AT = 257;
    private static final byte[] MAGIC = "ustar".getBytes(StandardCharsets.US_ASCII);

    private Bundle() {}

    /**
     * Packs a recording. What looks like a secret is hidden, the home folder is written as a tilde, of large logs only
     * the beginning and the end are kept; links are left out.
     *
     * @param folder the recording
     * @param manifest what is known of the machine; gets the names of what was left out
     * @param home the user's home folder
     * @return what was left out, a path each
     * @throws RecordingException where the folder is no recording
     */
    public static List<String> write(Path folder, ObjectNode manifest, String home, OutputStream target)
            throws IOException {
        String runId = Recording.at(folder).load().runId();
        String top = "nodestart-" + runId.replaceAll("[^\\w.-]", "_") + "/";
        BundleFile reader = new BundleFile(home);
        List<String> leftOut = new ArrayList<>();
        long size = 0;
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(target))) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            tar.setAddPaxHeadersForNonAsciiNames(true);
            for (Path file : files(folder)) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    leftOut.add(name);
                    continue;
                }
                byte[] content = reader.read(file);
                if (size + content.length > LARGEST) {
                    leftOut.add(name);
                    continue;
                }
                size += content.length;
                put(tar, top + name, content);
            }
            ArrayNode names = manifest.putArray("left_out");
            leftOut.forEach(names::add);
            put(tar, top + "manifest.json", (JsonText.pretty(manifest) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return leftOut;
    }

    /** Whether a file is a gzip file with a tar archive in it. */
    public static boolean isBundle(Path file) throws IOException {
        try (InputStream stream = new GZIPInputStream(Files.newInputStream(file))) {
            byte[] head = stream.readNBytes(MAGIC_AT + MAGIC.length);
            return head.length == MAGIC_AT + MAGIC.length
                    && java.util.Arrays.equals(head, MAGIC_AT, head.length, MAGIC, 0, MAGIC.length);
        } catch (ZipException | java.io.EOFException e) {
            return false;
        }
    }

    /** The small files first, so that a log cannot crowd out what a report needs. */
    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .sorted(java.util.Comparator.comparing(Path::getNameCount).thenComparing(path -> path))
                    .toList();
        }
    }

    private static void put(TarArchiveOutputStream tar, String name, byte[] content) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }
}
