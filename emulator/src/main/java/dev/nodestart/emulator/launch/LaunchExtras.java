package dev.nodestart.emulator.launch;

/**
 * What a launch does beyond what the platform does.
 *
 * @param traceScripts whether all files of a node are compared before and after each init script
 */
public record LaunchExtras(boolean traceScripts) {
    /** Nothing. */
    public static final LaunchExtras NONE = new LaunchExtras(false);
}
