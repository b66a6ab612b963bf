package dev.nodestart.emulator.secret;

import dev.nodestart.emulator.model.ImageDetails;
import dev.nodestart.emulator.model.ImageHistory;
import dev.nodestart.emulator.model.ImageInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is told of an image, without the secrets that its author left in it. */
public final class ImageMask {
    private ImageMask() {}

    /** The image with the secrets of its ENV, labels, ENTRYPOINT and CMD hidden. */
    public static ImageInfo of(ImageInfo image) {
        return new ImageInfo(
                image.reference(),
                image.id(),
                image.digest(),
                image.os(),
                image.architecture(),
                image.sizeBytes(),
                image.user(),
                words(image.entrypoint()),
                words(image.cmd()),
                values(image.env()),
                values(image.labels()),
                image.volumes());
    }

    /** The details with the secrets of the history hidden. */
    public static ImageDetails of(ImageDetails details) {
        return new ImageDetails(
                details.tags(),
                details.volumes(),
                details.workingDir(),
                details.layers(),
                details.history().stream()
                        .map(step -> new ImageHistory(SecretWords.hidden(step.createdBy()), step.sizeBytes()))
                        .toList());
    }

    private static List<String> words(List<String> words) {
        return words.stream().map(SecretWords::hidden).toList();
    }

    private static Map<String, String> values(Map<String, String> values) {
        Map<String, String> shown = new LinkedHashMap<>();
        values.forEach((name, value) -> shown.put(name, SecretWords.hidden(name, value)));
        return shown;
    }
}
