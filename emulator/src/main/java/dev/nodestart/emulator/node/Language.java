package dev.nodestart.emulator.node;

/** What a command in a running node is written in. */
public enum Language {
    PYTHON("python"),
    R("r"),
    SHELL("sh"),
    /** Runs a jar: the code is the jar's path in the node, the main class and its arguments, separated by spaces. */
    JAR("jar");

    private final String wireName;

    Language(String wireName) {
        this.wireName = wireName;
    }

    /** The name in a RUN frame (docs/node-protocol.md). */
    public String wireName() {
        return wireName;
    }
}
