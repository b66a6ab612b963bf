package dev.nodestart.cli;

import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.engine.EngineException;
import dev.nodestart.emulator.launch.HarnessException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

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
        say(failure);
        sayCommand(failure);
        try {
            engine.containers().putArchive(containerId, "/", archive(failure));
        } catch (EngineException e) {
            // a full disk, say; then there is a shell without the command
            terminal.err().println("  The command could not be put into the node: " + e.reason());
        }
        return new NodeShell(engine, terminal, input).run(containerId, ENTER);
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

    private static byte[] archive(FailurePoint failure) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            add(tar, "rerun", 0755, failure.rerun());
            add(tar, "history", 0600, "rerun\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void add(TarArchiveOutputStream tar, String name, int mode, String text) throws IOException {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(FOLDER.substring(1) + "/" + name);
        entry.setMode(mode);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    /** Whether a shell can be had in a container at all. */
    boolean hasShell(String containerId) {
        return engine.containers().pathExists(containerId, "/bin/sh");
    }

    /** What can be done in a node without a shell: its files can be listed and read. */
    int look(String containerId, FailurePoint failure) {
        say(failure);
        terminal.err().println("  The image has no /bin/sh, so its files are shown from outside: ls, cat, get, exit.");
        try {
            return new LookInside(engine, terminal, input).run(containerId);
        } catch (IOException e) {
            throw new HarnessException("The files of the node cannot be read: " + e.getMessage() + ".", e);
        }
    }
}
