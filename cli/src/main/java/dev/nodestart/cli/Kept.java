package dev.nodestart.cli;

import dev.nodestart.emulator.launch.LaunchedCluster;

/** What is said of a failed cluster that was kept. */
final class Kept {
    private Kept() {}

    static void say(Terminal terminal, LaunchedCluster cluster) {
        cluster.keep();
        String run = cluster.launch().runId();
        terminal.err().println("Kept for you to look at:");
        terminal.err().println("  look inside   nodestart shell " + run);
        terminal.err().println("  remove it     nodestart stop " + run);
    }
}
