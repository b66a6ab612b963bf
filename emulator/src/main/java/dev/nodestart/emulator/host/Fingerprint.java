package dev.nodestart.emulator.host;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** Twelve hexadecimal digits that stand for content, so that a tag names what an image was made from. */
final class Fingerprint {

    private Fingerprint() {}

    static String ofText(String text) {
        return digest(text.getBytes(StandardCharsets.UTF_8)).substring(0, 12);
    }

    /** Returns the fingerprint of the names and contents of files, and of a text. */
    static String ofFiles(Map<String, byte[]> files, String text) {
        StringBuilder all = new StringBuilder(text);
        new TreeMap<>(files)
                .forEach((name, content) ->
                        all.append('\n').append(name).append(' ').append(digest(content)));
        return ofText(all.toString());
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
