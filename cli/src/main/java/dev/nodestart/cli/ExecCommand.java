package dev.nodestart.cli;

import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.launch.ClusterRun;
import dev.nodestart.emulator.node.CellResult;
import dev.nodestart.emulator.node.DriverSession;
import dev.nodestart.emulator.node.Language;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code nodestart exec}. */
@Command(
        name = "exec",
        description = {
            "Runs a command in a session of a running cluster's driver, as a notebook cell is run.",
            "Sessions persist: what one command defines, the next one of the same language finds.",
            "%nOutput comes while the command runs; a cell's value goes to standard output, a traceback to standard"
                    + " error. Ends with the shell command's own exit code; for cells 0 or 1; 124 at the time limit."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  nodestart exec --python 'x = 1'",
            "  nodestart exec --python 'x + 1'           prints 2",
            "  nodestart exec --shell < script.sh        runs what comes on standard input",
            "  nodestart exec 20260102-030405-abcdefgh --r 'R.version.string' --timeout 1m"
        })
final class ExecCommand extends NodestartCommand {
    private static final Duration NO_LIMIT = Duration.ofDays(365);

    @Parameters(
            arity = "0..1",
            paramLabel = "RUN",
            description = "The run, as [nodestart ps] lists it; your newest running one by default.")
    @Nullable
    String run;

    @ArgGroup(multiplicity = "1")
    CodeOptions code = new CodeOptions();

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            description = "Stop the command after this time, such as 90s or 5m; no limit by default.")
    @Nullable
    String timeout;

    @Option(names = "--json", description = "Print one JSON document with output, result and status at the end.")
    boolean json;

    ExecCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        Duration limit = timeout == null ? NO_LIMIT : TimeLimit.parse("--timeout", timeout);
        try (Engine engine = engine().connect().engine()) {
            ClusterRun target = EngineRuns.of(engine).running(Optional.ofNullable(run));
            ClusterRun.Node driver = target.driver()
                    .orElseThrow(() -> CliFailure.badInput("The run [" + target.runId()
                            + "] has no driver any more. Remove it with [nodestart stop " + target.runId() + "]."));
            Language language = code.language();
            OnInterrupt interrupt = OnInterrupt.here();
            try {
                return run(engine, target.runId(), driver.containerId(), language, limit);
            } finally {
                interrupt.close();
            }
        }
    }

    private int run(Engine engine, String runId, String driver, Language language, Duration limit) {
        CellPrinter printer = new CellPrinter(terminal);
        try (DriverSession session = DriverSession.open(engine, driver)) {
            CellResult result =
                    session.run(language, code.code(System.in), limit, json ? DriverSession.Output.NONE : printer);
            if (json) {
                Json.print(terminal, CellPrinter.json(runId, language, result));
            } else {
                printer.end(result, limit);
            }
            return CellPrinter.exitCode(language, result);
        }
    }
}
