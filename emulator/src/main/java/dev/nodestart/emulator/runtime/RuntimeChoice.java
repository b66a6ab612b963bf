package dev.nodestart.emulator.runtime;

import java.util.Optional;

/**
 * The line that stands in for a runtime key.
 *
 * @param key the key that was asked for
 * @param descriptor the line that is used
 * @param exact whether the key's version is one that the line answers
 * @param warning one sentence where the choice is not what was asked for
 */
public record RuntimeChoice(
        SparkVersionKey key, RuntimeDescriptor descriptor, boolean exact, Optional<String> warning) {}
