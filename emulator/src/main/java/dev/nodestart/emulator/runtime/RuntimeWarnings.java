package dev.nodestart.emulator.runtime;

import java.util.Optional;

/** What a user should know about a choice that is not what was asked for. */
final class RuntimeWarnings {
    private RuntimeWarnings() {}

    static Optional<String> of(SparkVersionKey key, RuntimeDescriptor line, boolean exact) {
        if (!exact) {
            return Optional.of("Runtime [" + key.version() + "] is not known; the nearest known line [" + line.line()
                    + "] is used instead. Add your own with [--descriptors].");
        }
        if (!line.scala().contains(key.scala())) {
            return Optional.of("Runtime [" + line.line() + "] comes with Scala " + line.scala() + " only, so ["
                    + key.text() + "] is not a key of the platform.");
        }
        return Optional.empty();
    }
}
