package dev.nodestart.conformance.suite;

import dev.nodestart.conformance.testing.CheckCase;
import java.util.List;

final class FileCases {
    private FileCases() {}

    static List<CheckCase> all() {
        return List.of();
    }
}
