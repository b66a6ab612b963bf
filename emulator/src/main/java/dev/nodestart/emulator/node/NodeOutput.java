package dev.nodestart.emulator.node;

/**
 * What one script in a node wrote.
 *
 * @param stdout everything on standard output
 * @param stderr everything on standard error
 * @param complete whether it came to its end within its limit
 */
public record NodeOutput(String stdout, String stderr, boolean complete) {}
