package dev.nodestart.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** What every command has: common flags and the terminal. Picocli fills the fields before {@link #call}. */
abstract class NodestartCommand implements Callable<Integer> {
    @Mixin
    final CommonOptions common = new CommonOptions();

    final Terminal terminal;

    NodestartCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Prints a sentence about what goes on, unless the user wants quiet. */
    final void say(String sentence) {
        if (!common.quiet) {
            terminal.err().println(sentence);
        }
    }

    /** An engine that answers: found, or started, or installed. */
    final EngineAtHand engine() {
        return new EngineAtHand(terminal, common);
    }
}
