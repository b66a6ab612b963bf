package dev.nodestart.conformance.suite;

import java.util.List;
import java.util.stream.Stream;

/** What the injected runtime meets in the image's file system. */
final class FileChecks {
    private FileChecks() {}

    static CheckGroup group() {
        return CheckGroup.of(
                "files.sh",
                Stream.of(PlaceChecks.rules(), OverlayChecks.rules(), JarFileChecks.rules())
                        .flatMap(List::stream)
                        .toList());
    }
}
