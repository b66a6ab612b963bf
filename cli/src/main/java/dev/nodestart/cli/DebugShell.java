package dev.nodestart.cli;

import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.engine.EngineException;
import dev.nodestart.emulator.engine.ExecRun;
import dev.nodestart.emulator.launch.HarnessException;
import dev.nodestart.emulator.launch.TarBytes;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** A shell at the point of failure: the node's variables are set, and [rerun] runs the stage's command again. */
final class DebugShell {
    private static final String FOLDER = "/databricks/.nodestart/debug";

    /** While somebody looks, the node lives: its client, who else says so, no longer holds the connection. */
    private static final String ENTER = """
            [ ! -r /databricks/.nodestart/node.env ] || . /databricks/.nodestart/node.env
            PATH=$PATH:/databricks/.nodestart/debug
            HISTFILE=/databricks/.nodestart/debug/history
            export PATH HISTFILE
            if [ -d /databricks/.nodestart/run ] && command -v sleep >/dev/null 2>&1; then
                (beat=0; while kill -0 $$; do beat=$((beat + 1)); echo debug$beat >/databricks/.nodestart/run/beat; sleep 3; done) \
                    >/dev/null 2>&1 </dev/null &
            fi
            cd /databricks/driver 2>/dev/null || cd /
            if command -v bash >/dev/null 2>&1; then exec bash; fi
            exec sh
            """;

    private static final String ENTER_WITH_TOOLS = """
            [ ! -r /databricks/.nodestart/node.env ] || . /databricks/.nodestart/node.env
            %s
            PATH=$PATH:/.nodestart-tools/debug
            HISTFILE=/.nodestart-tools/debug/history
            PS1='\\h:\\w# '
            export PATH HISTFILE PS1
            cd /databricks/driver 2>/dev/null || cd /
            exec %s
            """;

    private final Engine engine;
    private final Terminal terminal;
    private final InputStream input;

    DebugShell(Engine engine, Terminal terminal, InputStream input) {
        this.engine = engine;
        this.terminal = terminal;
        this.input = input;
    }

    /** Runs until the shell ends, and gives its exit code. */
    int run(String containerId, FailurePoint failure) {
        return run(containerId, failure, FOLDER, "/bin/sh", List.of("/bin/sh", "-c", ENTER));
    }

    /** The same in a container whose image has no shell of its own, and that has the tools already. */
    int run(String containerId, FailurePoint failure, ToolBox tools, boolean hasShell) {
        terminal.err()
                .println("  The image has no shell" + (hasShell ? " that works" : "") + ": this is one with "
                        + tools.origin() + ", after the image's own programs on the PATH.");
        return run(
                containerId,
                failure,
                ToolBox.FOLDER + "/debug",
                tools.shellCommand(),
                tools.running(ENTER_WITH_TOOLS.formatted(tools.prepare(), tools.shellCommand())));
    }

    private int run(String containerId, FailurePoint failure, String folder, String shell, List<String> command) {
        say(failure);
        sayCommand(failure);
        try {
            engine.containers().putArchive(containerId, "/", archive(folder.substring(1), failure.rerun(shell)));
        } catch (EngineException e) {
            // a full disk, say; then there is a shell without the command
            terminal.err().println("  The command could not be put into the node: " + e.reason());
        }
        return new NodeShell(engine, terminal, input).run(containerId, command);
    }

    private static byte[] archive(String folder, String rerun) {
        TarBytes tar = new TarBytes(2 * 1024);
        tar.text(folder + "/rerun", 0755, rerun);
        tar.text(folder + "/history", 0600, "rerun\n");
        return tar.archive();
    }

    private void say(FailurePoint failure) {
        terminal.err()
                .println("Failed at " + failure.stage().reportName() + " on " + failure.node() + ": "
                        + failure.why().lines().findFirst().orElse("no message"));
    }

    private void sayCommand(FailurePoint failure) {
        failure.command()
                .ifPresent(command -> terminal.err()
                        .println("  run it again    rerun          (" + command + ")\n"
                                + "  what was said   ls /databricks/init_scripts /databricks/driver/logs"
                                + " /databricks/spark/logs"));
        terminal.err().println("  leave           exit");
    }

    /** Whether a container has something at the place of the shell. */
    boolean hasShell(String containerId) {
        return engine.containers().pathExists(containerId, "/bin/sh");
    }

    /** Whether the shell of a running container does what it is told, rather than end at once. */
    boolean shellWorks(String containerId) {
        try (ExecRun run = engine.containers().exec(containerId, "0:0", List.of("/bin/sh", "-c", ":"))) {
            run.streams().readTo((error, bytes) -> {});
            return run.exitCode() == 0;
        } catch (EngineException e) {
            return false;
        }
    }

    /** What can be done in a node without a shell: its files can be listed and read. */
    int look(String containerId, FailurePoint failure) {
        say(failure);
        terminal.err()
                .println(
                        "  The image has no shell, and none was found to lay beside it: no static busybox on this machine,"
                                + " no image with bash on the engine. Its files are shown from outside: ls, cat, get, exit.");
        try {
            return new LookInside(engine, terminal, input).run(containerId);
        } catch (IOException e) {
            throw new HarnessException("The files of the node cannot be read: " + e.getMessage() + ".", e);
        }
    }
}
