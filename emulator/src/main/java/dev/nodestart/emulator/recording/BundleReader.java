package dev.nodestart.emulator.recording;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Unpacks a bundle that somebody else made: files only, nothing outside the folder, and not more than fits. */
public final class BundleReader {
    private static final long LARGEST = 4 * Bundle.LARGEST;
    private static final int MOST_FILES = 10_000;
    private static final int DEEPEST = 12;
    private static final Pattern PART = Pattern.compile("(?!\\.\\.?$)[^/\\\\:\\p{Cntrl}]{1,200}");

    private BundleReader() {}

    /**
     * Unpacks a bundle and gives the recording's folder.
     *
     * @param bundle the file
     * @param target an empty folder
     * @throws RecordingException where the file is no bundle, or has in it what no bundle has
     */
    public static Path unpack(Path bundle, Path target) throws IOException {
        Path recording = null;
        try (InputStream file = Files.newInputStream(bundle);
                TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(file))) {
            long left = LARGEST;
            int files = 0;
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path place = place(bundle, target, entry);
                if (entry.isDirectory()) {
                    continue;
                }
                files++;
                left -= copy(tar, place, left);
                if (left <= 0 || files > MOST_FILES) {
                    throw refused(bundle, "it holds more than a bundle can");
                }
                if (place.endsWith("launch.json") && recording == null) {
                    recording = place.getParent();
                }
            }
        } catch (ZipException | EOFException e) {
            throw refused(bundle, "it is damaged or cut");
        } catch (IllegalArgumentException e) {
            throw refused(bundle, "it is damaged");
        }
        if (recording == null) {
            throw refused(bundle, "it has no launch.json");
        }
        return recording;
    }

    private static Path place(Path bundle, Path target, TarArchiveEntry entry) {
        String[] parts = entry.getName().replaceAll("/+$", "").split("/", -1);
        byte kind = entry.getLinkFlag();
        boolean plain = (kind == TarConstants.LF_NORMAL || kind == TarConstants.LF_OLDNORM) && !entry.isSparse();
        if ((!plain && !entry.isDirectory()) || parts.length > DEEPEST) {
            throw refused(bundle, "[" + printable(entry.getName()) + "] in it is no plain file");
        }
        Path place = target;
        for (String part : parts) {
            if (!PART.matcher(part).matches()) {
                throw refused(bundle, "[" + printable(entry.getName()) + "] in it would lie outside of its folder");
            }
            place = place.resolve(part);
        }
        return place;
    }

    private static String printable(String name) {
        String plain = name.replaceAll("\\p{Cntrl}", "?");
        return plain.length() > 100 ? plain.substring(0, 100) + "…" : plain;
    }

    /** At most a number of bytes and one more, so that too much is noticed. */
    private static long copy(InputStream from, Path place, long most) throws IOException {
        Files.createDirectories(place.getParent());
        long copied = 0;
        byte[] buffer = new byte[1 << 16];
        try (OutputStream to = Files.newOutputStream(place)) {
            for (int read = from.read(buffer); read >= 0 && copied <= most; read = from.read(buffer)) {
                to.write(buffer, 0, read);
                copied += read;
            }
        }
        return copied;
    }

    private static RecordingException refused(Path bundle, String why) {
        return new RecordingException("The bundle [" + bundle + "] cannot be unpacked: " + why + ".");
    }
}
