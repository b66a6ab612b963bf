package dev.nodestart.emulator.spec;

import dev.nodestart.emulator.runtime.NodeType;
import java.util.Optional;

/** What the rules ask of the runtime and node type data, so that they stay pure. */
public interface PlatformData {
    /** What a {@code spark_version} stands for; empty where it has no valid form. */
    Optional<RuntimeKey> runtime(String sparkVersion);

    /** The {@code spark_version} of the standard runtime of a line such as {@code 15.4}; empty where none is known. */
    Optional<String> sparkVersion(String line);

    /** A known node type. */
    Optional<NodeType> nodeType(String id);

    /**
     * A {@code spark_version} of valid form.
     *
     * @param kind the kind of runtime
     * @param historic whether the line is one of the conda time, out of support (dcs.md §12)
     * @param warning for an unknown line, which line stands in for it
     */
    record RuntimeKey(RuntimeKind kind, boolean historic, Optional<String> warning) {}

    /** The kinds of runtime that differ in whether they take an image (dcs.md §2). */
    enum RuntimeKind {
        STANDARD,
        PHOTON,
        ML,
        GPU,
        GENOMICS,
        LIGHT,
        AARCH64
    }
}
