package dev.nodestart.emulator.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.nodestart.emulator.data.JsonText;
import dev.nodestart.emulator.secret.MaskedJson;
import dev.nodestart.emulator.secret.SecretShapes;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Makes a file of a recording fit to be given away: without what looks like a secret, without the user's home folder,
 * and of a large log only its beginning and its end.
 */
final class BundleFile {
    private static final int BEGINNING = 1 << 20;
    private static final int END = 3 << 20;
    private static final long LARGEST_JSON = 64 << 20;

    private final Optional<String> home;

    /** With the home folder to be written as a tilde; one as short as root's stands in every log of a container. */
    BundleFile(String home) {
        this.home = Optional.of(home).filter(path -> path.split("/", -1).length > 2);
    }

    byte[] read(Path file) throws IOException {
        long size = Files.size(file);
        boolean json = file.toString().endsWith(".json");
        if (json && size <= LARGEST_JSON) {
            String text = Files.readString(file);
            try {
                JsonNode tree = JsonText.read(text);
                if (!tree.isMissingNode()) {
                    return bytes(JsonText.pretty(MaskedJson.of(tree, this::masked)) + "\n");
                }
            } catch (JsonProcessingException e) {
                // no JSON in spite of its name: as any other text
                return bytes(masked(text));
            }
        }
        return bytes(masked(size <= BEGINNING + END ? text(Files.readAllBytes(file)) : ends(file, size)));
    }

    private static String ends(Path file, long size) throws IOException {
        byte[] beginning = new byte[BEGINNING];
        byte[] end = new byte[END];
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "r")) {
            access.readFully(beginning);
            access.seek(size - END);
            access.readFully(end);
        }
        return text(beginning) + "\n[" + (size - BEGINNING - END) + " bytes left out by nodestart bundle]\n"
                + text(end);
    }

    private String masked(String text) {
        SecretShapes shapes = new SecretShapes();
        String harmless = home.map(path -> text.replace(path, "~")).orElse(text);
        if (harmless.indexOf('\n') < 0) {
            return shapes.mask(harmless);
        }
        String masked = harmless.lines().map(shapes::mask).collect(Collectors.joining("\n"));
        return harmless.endsWith("\n") ? masked + "\n" : masked;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
