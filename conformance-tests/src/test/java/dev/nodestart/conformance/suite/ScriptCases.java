package dev.nodestart.conformance.suite;

import dev.nodestart.conformance.testing.CheckCase;
import java.util.List;

final class ScriptCases {
    private ScriptCases() {}

    static List<CheckCase> all() {
        return List.of();
    }
}
