package dev.nodestart.emulator.model;

import java.util.Locale;

/** The stages of a node's start, in the order in which they run (DESIGN.md, "The launch sequence"). */
public enum Stage {
    VALIDATE,
    ACQUIRE_INSTANCE,
    PULL_IMAGE,
    CREATE_CONTAINER,
    INJECT_RUNTIME,
    START_CONTAINER,
    INIT_SCRIPTS,
    START_SPARK,
    RUNNING;

    /** The name used in reports, such as {@code pull_image}. */
    public String reportName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
