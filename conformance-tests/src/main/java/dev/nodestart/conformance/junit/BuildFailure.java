package dev.nodestart.conformance.junit;

import java.nio.file.Path;
import java.util.List;

/** What is said where the image under test cannot be built. Pure. */
final class BuildFailure {
    private BuildFailure() {}

    static String message(Path dockerfile, String reason, List<String> log) {
        StringBuilder text = new StringBuilder("The image cannot be built from [" + dockerfile + "]: " + reason);
        if (reason.contains("BuildKit")) {
            text.append("\nThe engine's own builder is used here. Build the image with [docker build] and name it with"
                    + " [image] instead of [dockerfile].");
        }
        if (!log.isEmpty()) {
            text.append("\nThe build's last lines:");
            log.forEach(line -> text.append("\n  ").append(line));
        }
        return text.toString();
    }
}
