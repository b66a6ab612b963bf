package dev.nodestart.emulator.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The image that {@code nodestart verify} starts when it is given none: real software, built once and kept. */
public final class SampleImage {

    /** The runtime line that the sample is made for. */
    public static final String LINE = "15.4";

    private final RecipeImage image;

    private SampleImage(RecipeImage image) {
        this.image = image;
    }

    /**
     * Reads what the sample is made from.
     *
     * @param folder the checkout's folder {@code samples/dbr-15.4}
     */
    public static SampleImage of(Path folder) throws HostException {
        try {
            return new SampleImage(new RecipeImage(files(folder), "nodestart/sample", LINE));
        } catch (IOException e) {
            throw new HostException(
                    "The sample image cannot be built: its folder [%s] cannot be read. Run from a complete checkout, or name an image of your own."
                            .formatted(folder),
                    e);
        }
    }

    /** Returns the image's name and tag, which changes with everything that it is made from. */
    public String tag() {
        return image.tag();
    }

    /**
     * Returns the variables that a cluster with this image needs: its Java is Debian's OpenJDK 17, chosen as users of
     * the line choose it.
     */
    public Map<String, String> sparkEnvVars() {
        // dcs.md §4.8: the name of a folder below /usr/lib/jvm.
        return Map.of("JNAME", "java-17-openjdk-amd64");
    }

    /** Builds the image where the engine does not have it; where it has, that costs one call. */
    public void ensure(Workshop workshop) throws HostException {
        image.ensure(workshop);
    }

    private static Map<String, byte[]> files(Path folder) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (Stream<Path> paths = Files.list(folder)) {
            List<Path> regular = paths.filter(Files::isRegularFile).toList();
            for (Path file : regular) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }
}
