package dev.nodestart.conformance.suite;

import dev.nodestart.conformance.testing.CheckCase;
import java.util.List;

final class SystemCases {
    private SystemCases() {}

    static List<CheckCase> all() {
        return List.of();
    }
}
