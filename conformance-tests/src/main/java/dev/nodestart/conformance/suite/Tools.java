package dev.nodestart.conformance.suite;

import dev.nodestart.conformance.facts.Facts;
import java.util.Optional;

/** The programs that the node's root finds on PATH. */
final class Tools {
    private Tools() {}

    /** Where a program is; empty where there is none. */
    static Optional<String> path(Facts facts, String name) {
        return facts.answer("system.tools").lines().stream()
                .filter(line -> line.startsWith(name + "\t"))
                .map(line -> line.substring(name.length() + 1))
                .filter(path -> !path.isEmpty())
                .findFirst();
    }

    static boolean has(Facts facts, String name) {
        return path(facts, name).isPresent();
    }
}
