package dev.nodestart.conformance.suite;

import java.util.List;

/** Init scripts. */
final class ScriptChecks {
    private ScriptChecks() {}

    static CheckGroup group() {
        return CheckGroup.of("", List.of());
    }
}
