package dev.nodestart.conformance.suite;

import dev.nodestart.conformance.CheckRule;
import java.util.List;
import java.util.stream.Stream;

/** The operating system in the image. */
final class SystemChecks {
    private SystemChecks() {}

    static CheckGroup group() {
        List<CheckRule> rules = Stream.of(SystemRelease.rules(), SystemPrograms.rules(), SystemSettings.rules())
                .flatMap(List::stream)
                .toList();
        return CheckGroup.of("system.sh", rules);
    }
}
