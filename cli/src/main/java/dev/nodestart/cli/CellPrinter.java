package dev.nodestart.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nodestart.emulator.node.CellResult;
import dev.nodestart.emulator.node.DriverSession;
import dev.nodestart.emulator.node.Language;
import java.time.Duration;

/** Prints a command's output while it comes, and its end. */
final class CellPrinter implements DriverSession.Output {
    /** As {@code timeout} of the coreutils ends. */
    static final int TIMED_OUT = 124;

    private final Terminal terminal;
    private boolean outAtLineStart = true;
    private boolean errAtLineStart = true;

    CellPrinter(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void accept(boolean error, String text) {
        if (text.isEmpty()) {
            return;
        }
        boolean atLineStart = text.endsWith("\n");
        if (error) {
            terminal.err().print(text);
            terminal.err().flush();
            errAtLineStart = atLineStart;
        } else {
            terminal.out().print(text);
            terminal.out().flush();
            outAtLineStart = atLineStart;
        }
    }

    /** Prints what is left to say when the command has ended. */
    void end(CellResult result, Duration limit) {
        result.result().ifPresent(value -> {
            if (!outAtLineStart) {
                terminal.out().println();
            }
            terminal.out().println(value.stripTrailing());
        });
        if (!errAtLineStart) {
            terminal.err().println();
        }
        result.traceback().ifPresent(text -> terminal.err().println(text.stripTrailing()));
        if (result.status() == CellResult.Status.TIMEOUT) {
            terminal.err().println("nodestart: The command was stopped after " + limit.toSeconds() + " s.");
        }
    }

    /** The exit code of {@code exec}: a shell command's own, else 0 or 1. */
    static int exitCode(Language language, CellResult result) {
        return switch (result.status()) {
            case OK -> 0;
            case ERROR -> language == Language.SHELL && result.exitCode() != 0 ? result.exitCode() : 1;
            case FAILED -> 1;
            case TIMEOUT -> TIMED_OUT;
        };
    }

    /** The whole answer as a document. */
    static ObjectNode json(String runId, Language language, CellResult result) {
        ObjectNode json = Json.object();
        json.put("run_id", runId);
        json.put("status", result.status().name());
        json.put("exit_code", exitCode(language, result));
        json.put("stdout", result.stdout());
        json.put("stderr", result.stderr());
        json.put("result", result.result().orElse(null));
        json.put("traceback", result.traceback().orElse(null));
        json.put("duration_ms", result.duration().toMillis());
        return json;
    }
}
