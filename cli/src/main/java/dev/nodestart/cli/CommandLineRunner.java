package dev.nodestart.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Finds the command, runs it, and turns what it throws into a message and an exit code. */
final class CommandLineRunner {
    private final Terminal terminal;

    CommandLineRunner(Terminal terminal) {
        this.terminal = terminal;
    }

    /** All commands, in the order of the help. */
    static Map<String, Function<Terminal, Object>> commands() {
        Map<String, Function<Terminal, Object>> commands = new LinkedHashMap<>();
        commands.put("verify", VerifyCommand::new);
        commands.put("matrix", MatrixCommand::new);
        commands.put("launch", LaunchCommand::new);
        commands.put("ps", PsCommand::new);
        commands.put("exec", ExecCommand::new);
        commands.put("shell", ShellCommand::new);
        commands.put("logs", LogsCommand::new);
        commands.put("events", EventsCommand::new);
        commands.put("stop", StopCommand::new);
        commands.put("prune", PruneCommand::new);
        commands.put("report", ReportCommand::new);
        commands.put("diff", DiffCommand::new);
        commands.put("checks", ChecksCommand::new);
        commands.put("runtimes", RuntimesCommand::new);
        commands.put("doctor", DoctorCommand::new);
        commands.put("completion", CompletionCommand::new);
        return commands;
    }

    /** All commands, with all their flags. */
    static CommandLine whole(Terminal terminal) {
        CommandLine line = new CommandLine(new Root());
        commands().forEach((name, make) -> line.addSubcommand(name, make.apply(terminal)));
        return line;
    }

    int run(List<String> arguments) {
        CommandLine line = commandLine(arguments);
        line.setExecutionExceptionHandler((failure, command, parsed) -> report(failure, arguments));
        line.setParameterExceptionHandler((failure, given) -> misuse(failure));
        line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpAutoWidth(true);
        return line.execute(arguments.toArray(String[]::new));
    }

    /** Reads the annotations of the one command that is called, not of all: that is most of a short command's time. */
    private CommandLine commandLine(List<String> arguments) {
        Map<String, Function<Terminal, Object>> commands = commands();
        String called = arguments.isEmpty() ? "" : arguments.get(0);
        if (!commands.containsKey(called)) {
            return whole(terminal);
        }
        CommandLine line = new CommandLine(new Root());
        line.addSubcommand(called, commands.get(called).apply(terminal));
        return line;
    }

    private int report(Exception failure, List<String> arguments) {
        boolean debug = arguments.contains("--debug");
        if (failure instanceof CliFailure expected) {
            terminal.err().println("nodestart: " + expected.text());
            if (debug && expected.getCause() != null) {
                expected.getCause().printStackTrace(terminal.err());
            }
            return expected.exitCode();
        }
        terminal.err().println("nodestart: " + Failures.sentence(failure));
        if (debug) {
            failure.printStackTrace(terminal.err());
        } else if (Failures.exitCode(failure) != 2) {
            terminal.err().println("Run the same command with --debug to see where.");
        }
        return Failures.exitCode(failure);
    }

    private int misuse(ParameterException failure) {
        CommandLine command = failure.getCommandLine();
        if (command.getCommand() instanceof Root && failure instanceof UnmatchedArgumentException unknown) {
            terminal.err()
                    .println("nodestart: There is no command ["
                            + unknown.getUnmatched().get(0) + "]. Commands: "
                            + String.join(", ", commands().keySet()) + ".");
            return 2;
        }
        terminal.err().println("nodestart: " + failure.getMessage());
        if (!UnmatchedArgumentException.printSuggestions(failure, command.getErr())) {
            terminal.err().println("Try [" + command.getCommandSpec().qualifiedName() + " --help].");
        }
        return 2;
    }

    /** The command without a subcommand. */
    @Command(
            name = "nodestart",
            version = "nodestart",
            description =
                    "Starts a container image the way a Databricks node does, on this machine, and says what works"
                            + " on it.",
            synopsisSubcommandLabel = "COMMAND",
            footerHeading = "%nFirst steps:%n",
            footer = {
                "  nodestart verify                     start the sample image and check it",
                "  nodestart verify IMAGE --dbr 15.4    the same with your image",
                "  nodestart doctor                     see whether this machine is ready"
            })
    static final class Root implements java.util.concurrent.Callable<Integer> {
        @CommandLine.Spec
        CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

        @CommandLine.Option(
                names = {"-h", "--help"},
                usageHelp = true,
                description = "Show this help.")
        boolean help;

        @CommandLine.Option(names = "--version", description = "Print the version.")
        boolean version;

        @Override
        public Integer call() {
            if (version) {
                spec.commandLine().getOut().println("nodestart " + Version.current());
                return 0;
            }
            spec.commandLine().usage(spec.commandLine().getErr());
            return 2;
        }
    }
}
