package dev.nodestart.emulator.launch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Entries of a tar archive in memory; one without its end can have another one put behind it. */
public final class TarBytes {
    private final ByteArrayOutputStream bytes;
    private final TarArchiveOutputStream tar;

    /**
     * Makes one without entries.
     *
     * @param expected about how many bytes it will have
     */
    public TarBytes(int expected) {
        bytes = new ByteArrayOutputStream(expected);
        tar = new TarArchiveOutputStream(bytes, StandardCharsets.UTF_8.name());
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    }

    void directory(String path) {
        add(new TarArchiveEntry(path + "/"), TarArchiveEntry.DEFAULT_DIR_MODE, new byte[0]);
    }

    /** Adds a file of text; its path does not begin with a slash. */
    public void text(String path, int mode, String text) {
        file(path, mode, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a file; its path does not begin with a slash. */
    public void file(String path, int mode, byte[] content) {
        add(new TarArchiveEntry(path), mode, content);
    }

    private void add(TarArchiveEntry entry, int mode, byte[] content) {
        try {
            entry.setMode(mode);
            entry.setSize(content.length);
            entry.setModTime(0);
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The entries so far, without the archive's end. */
    byte[] entries() {
        return bytes.toByteArray();
    }

    /** All entries, and the end; nothing can be added any more. */
    public byte[] archive() {
        try {
            tar.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
