package dev.nodestart.conformance.suite;

import java.util.List;

/** The image as it is stored: what its configuration and its layers say. */
final class ImageChecks {
    private ImageChecks() {}

    static CheckGroup group() {
        return CheckGroup.of("", List.of());
    }
}
