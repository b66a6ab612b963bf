package dev.nodestart.conformance.suite;

import java.util.List;

/** The operating system in the image. */
final class SystemChecks {
    private SystemChecks() {}

    static CheckGroup group() {
        return CheckGroup.of("system.sh", List.of());
    }
}
