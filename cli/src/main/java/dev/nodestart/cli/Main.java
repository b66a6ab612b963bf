package dev.nodestart.cli;

import java.util.List;

/** Entry of the {@code nodestart} command. */
public final class Main {
    private Main() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        Terminal terminal = Terminal.ofProcess(System.getenv());
        System.exit(run(List.of(arguments), terminal));
    }

    /** Runs the command and gives its exit code. */
    static int run(List<String> arguments, Terminal terminal) {
        return new CommandLineRunner(terminal).run(arguments);
    }
}
