package dev.nodestart.emulator.launch;

/** When an image is pulled. */
public enum PullPolicy {
    /** Every time. */
    ALWAYS,
    /** Where the engine does not have it. */
    MISSING,
    /** Never. */
    NEVER
}
