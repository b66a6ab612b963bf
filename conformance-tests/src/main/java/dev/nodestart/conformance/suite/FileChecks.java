package dev.nodestart.conformance.suite;

import java.util.List;

/** What the injected runtime meets in the image's file system. */
final class FileChecks {
    private FileChecks() {}

    static CheckGroup group() {
        return CheckGroup.of("", List.of());
    }
}
