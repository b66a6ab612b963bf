package dev.nodestart.emulator.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Twelve hexadecimal digits that stand for the content of files, so that a tag names what an image was made from. */
final class Fingerprint {

    private Fingerprint() {}

    static String ofText(String text) {
        return digits(digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Returns the fingerprint of the names and contents of the files directly in a folder, and of a text. */
    static String ofFolder(Path folder, String text) throws IOException {
        StringBuilder all = new StringBuilder(text);
        for (Path file : files(folder)) {
            all.append('\n')
                    .append(file.getFileName())
                    .append(' ')
                    .append(HexFormat.of().formatHex(digest(Files.readAllBytes(file))));
        }
        return ofText(all.toString());
    }

    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String digits(byte[] digest) {
        return HexFormat.of().formatHex(digest).substring(0, 12);
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
