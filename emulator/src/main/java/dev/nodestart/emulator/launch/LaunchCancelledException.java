package dev.nodestart.emulator.launch;

/** A launch was given up because another node failed or the user interrupted it. */
final class LaunchCancelledException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LaunchCancelledException() {
        super("The launch was given up.");
    }
}
