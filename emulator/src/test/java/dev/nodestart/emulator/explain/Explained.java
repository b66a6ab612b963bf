package dev.nodestart.emulator.explain;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Explains texts of tests, with what comes with Nodestart. */
final class Explained {
    private static final Explainer EXPLAINER = Explainer.builtIn();

    private Explained() {}

    static Explanation text(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8), Optional.empty());
    }

    static Explanation text(String text, String line) {
        return bytes(text.getBytes(StandardCharsets.UTF_8), Optional.of(line));
    }

    static Explanation bytes(byte[] bytes, Optional<String> line) {
        try {
            return EXPLAINER.explain(new ByteArrayInputStream(bytes), "input", line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> ids(String text) {
        return text(text).findings().stream().map(Finding::id).toList();
    }
}
