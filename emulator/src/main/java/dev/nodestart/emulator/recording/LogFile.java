package dev.nodestart.emulator.recording;

/**
 * One log of one node.
 *
 * @param node the node's name
 * @param folder {@code init_scripts}, {@code driver} or {@code spark}; empty for the node's console
 * @param name the file's name
 * @param text what is in it
 */
public record LogFile(String node, String folder, String name, String text) {
    /** Whether an init script wrote it. */
    public boolean ofInitScript() {
        return folder.equals("init_scripts");
    }
}
