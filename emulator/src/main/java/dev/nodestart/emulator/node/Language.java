package dev.nodestart.emulator.node;

/** What a command in a running node is written in. */
public enum Language {
    PYTHON("python"),
    /** Python in a process of its own beside the kernel, in the notebook's environment, as {@code %pip} runs pip. */
    PYTHON_PROCESS("python-process"),
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
