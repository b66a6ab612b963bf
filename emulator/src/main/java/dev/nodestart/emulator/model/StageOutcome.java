package dev.nodestart.emulator.model;

import java.util.Locale;

/** How a stage of one node ended. */
public enum StageOutcome {
    /** The stage did what it is for. */
    OK,
    /** The image, a script or the spec made the stage fail. */
    FAILED,
    /** There was nothing to do, such as no init scripts or an image that is already here. */
    SKIPPED,
    /** The harness or the engine failed, not the image. */
    ERROR;

    /** The name used in reports, such as {@code ok}. */
    public String reportName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
