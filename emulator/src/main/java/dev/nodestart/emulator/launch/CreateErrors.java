package dev.nodestart.emulator.launch;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells apart, by the engine's answer, whether the image or the engine kept a container from being created. */
final class CreateErrors {
    /** Engines answer 500 to these, although it is the image that asks for what cannot be (seen on Docker 20.10). */
    private static final List<String> IMAGE = List.of(
            "cannot mount volume over existing file",
            "cannot mkdir",
            "not a directory",
            "too many levels of symbolic links",
            "file name too long");

    private static final Pattern ENGINE_FOLDER = Pattern.compile("/\\S*/overlay2/\\w+/merged(?=/)");
    private static final Pattern ROOT = Pattern.compile("/[/.]*");

    private CreateErrors() {}

    /** Status 400 is always about what is asked for. */
    static boolean blameTheImage(int status, String reason) {
        String text = reason.toLowerCase(Locale.ROOT);
        return status == 400 || IMAGE.stream().anyMatch(text::contains);
    }

    /** The engine's words, with paths as they are inside the image. */
    static String words(String reason) {
        return ENGINE_FOLDER.matcher(reason).replaceAll("");
    }

    /**
     * Whether the root folder is one of an image's volumes. Docker copies the whole image into that volume first, which
     * takes as long as the image is large, and then its runtime cannot create the container.
     */
    static boolean isRootAmong(List<String> volumes) {
        return volumes.stream().anyMatch(path -> ROOT.matcher(path).matches());
    }
}
