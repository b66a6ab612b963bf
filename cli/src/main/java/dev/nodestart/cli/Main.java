package dev.nodestart.cli;

import java.util.List;
import java.util.Map;

/** Entry of the {@code nodestart} command. */
public final class Main {
    private Main() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        Terminal terminal = Terminal.ofProcess(System.getenv());
        System.exit(run(List.of(arguments), terminal, System.getenv()));
    }

    /** Runs the command and gives its exit code. */
    static int run(List<String> arguments, Terminal terminal, Map<String, String> environment) {
        return new CommandLineRunner(terminal, environment).run(arguments);
    }
}
