package dev.nodestart.emulator.registry;

/**
 * What an image runs on, in the words of its manifest.
 *
 * @param os such as {@code linux}
 * @param architecture such as {@code amd64}
 * @param variant such as {@code v8}, empty where there is none
 */
public record Platform(String os, String architecture, String variant) {

    /** What a node is: the platform takes no arm64 image (dcs.md §3 row 4) and no Windows image (dcs.md F14). */
    public static final Platform NODE = new Platform("linux", "amd64", "");

    /** Whether a node can run it, whatever its variant. */
    public boolean runsOnNode() {
        return os.equals(NODE.os) && architecture.equals(NODE.architecture);
    }

    /** As Docker writes it, such as {@code linux/arm64/v8}. */
    @Override
    public String toString() {
        return os + "/" + architecture + (variant.isEmpty() ? "" : "/" + variant);
    }
}
