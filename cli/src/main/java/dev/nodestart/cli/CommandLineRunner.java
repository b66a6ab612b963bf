package dev.nodestart.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Finds the command, runs it, and turns what it throws into a message and an exit code. */
final class CommandLineRunner {
    private final Terminal terminal;

    CommandLineRunner(Terminal terminal) {
        this.terminal = terminal;
    }

    /** All commands, in the order of the help. */
    static List<String> commands() {
        return List.of(
                "verify",
                "matrix",
                "launch",
                "ps",
                "exec",
                "shell",
                "debug",
                "logs",
                "events",
                "stop",
                "prune",
                "report",
                "diff",
                "explain",
                "analyze",
                "bundle",
                "checks",
                "runtimes",
                "doctor",
                "completion");
    }

    /** One command; a table of constructors would load the classes of all, a third of a short command's time. */
    private static Object command(String name, Terminal terminal) {
        return switch (name) {
            case "verify" -> new VerifyCommand(terminal);
            case "matrix" -> new MatrixCommand(terminal);
            case "launch" -> new LaunchCommand(terminal);
            case "ps" -> new PsCommand(terminal);
            case "exec" -> new ExecCommand(terminal);
            case "shell" -> new ShellCommand(terminal);
            case "debug" -> new DebugCommand(terminal);
            case "logs" -> new LogsCommand(terminal);
            case "events" -> new EventsCommand(terminal);
            case "stop" -> new StopCommand(terminal);
            case "prune" -> new PruneCommand(terminal);
            case "report" -> new ReportCommand(terminal);
            case "diff" -> new DiffCommand(terminal);
            case "explain" -> new ExplainCommand(terminal);
            case "analyze" -> new AnalyzeCommand(terminal);
            case "bundle" -> new BundleCommand(terminal);
            case "checks" -> new ChecksCommand(terminal);
            case "runtimes" -> new RuntimesCommand(terminal);
            case "doctor" -> new DoctorCommand(terminal);
            case "completion" -> new CompletionCommand(terminal);
            default -> throw new IllegalArgumentException("There is no command [" + name + "].");
        };
    }

    /** All commands, with all their flags. */
    static CommandLine whole(Terminal terminal) {
        CommandLine line = new CommandLine(new Root());
        for (String name : commands()) {
            line.addSubcommand(name, command(name, terminal));
        }
        return line;
    }

    int run(List<String> arguments) {
        Optional<Callable<Integer>> plain = plain(arguments);
        if (plain.isPresent()) {
            try {
                return plain.get().call();
            } catch (Exception e) {
                return report(e, arguments);
            }
        }
        HeadStart.of(arguments, terminal);
        CommandLine line = commandLine(arguments);
        line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpAutoWidth(true);
        // where there is no terminal to ask: an example must be one line to be copied
        line.setUsageHelpWidth(100);
        // as the parser's own execute(), whose handlers are interfaces that no archive of classes can hold
        try {
            ParseResult parsed = line.parseArgs(arguments.toArray(String[]::new));
            return line.getExecutionStrategy().execute(parsed);
        } catch (ParameterException e) {
            return misuse(e);
        } catch (ExecutionException e) {
            return report(e.getCause() instanceof Exception cause ? cause : e, arguments);
        }
    }

    /** The commonest commands without any flag: they need no parser, which takes longer than they do. */
    private Optional<Callable<Integer>> plain(List<String> arguments) {
        return Optional.ofNullable(
                switch (String.join(" ", arguments)) {
                    case "runtimes list" -> () -> new RuntimesCommand(terminal).list(false, new CommonOptions());
                    case "checks list" -> () -> new ChecksCommand(terminal).list(false, new CommonOptions());
                    case "doctor" -> new DoctorCommand(terminal);
                    case "ps" -> new PsCommand(terminal);
                    // the launcher script's own
                    case "rehearse" -> new Rehearsal();
                    default -> null;
                });
    }

    /** Reads the annotations of the one command that is called, not of all: that is most of a short command's time. */
    private CommandLine commandLine(List<String> arguments) {
        String called = arguments.isEmpty() ? "" : arguments.get(0);
        if (!commands().contains(called)) {
            return whole(terminal);
        }
        CommandLine line = new CommandLine(new Root());
        line.addSubcommand(called, command(called, terminal));
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
        } else if (Failures.exitCode(failure) != 2 && !(failure instanceof InterruptedException)) {
            terminal.err().println("Run the same command with --debug to see where.");
        }
        return Failures.exitCode(failure);
    }

    private int misuse(ParameterException failure) {
        CommandLine command = failure.getCommandLine();
        if (command.getCommand() instanceof Root && failure instanceof UnmatchedArgumentException unknown) {
            terminal.err()
                    .println("nodestart: "
                            + Misuse.ofCommand(unknown.getUnmatched().get(0), commands()));
            return 2;
        }
        terminal.err().println("nodestart: " + Misuse.sentence(failure));
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
    static final class Root implements Callable<Integer> {
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
