package dev.nodestart.emulator.model;

/**
 * One path under {@code /databricks} that the image and the injected runtime both claim.
 *
 * @param path absolute path in the node
 * @param fate what became of the image's file
 */
public record OverlayEntry(String path, Fate fate) {
    /** What became of the image's file. */
    public enum Fate {
        /** The runtime's file replaced it. */
        OVERRIDDEN,
        /** The image's file stayed in place of the runtime's. */
        KEPT,
        /** Both are there, and the image's is hidden behind the runtime's on a search path. */
        SHADOWED
    }
}
