package dev.nodestart.cli;

import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.engine.ExecRun;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A shell in a container, with the node's variables, in the driver's working directory. */
final class NodeShell {
    /** The variables are in a file of the node, not in the container's configuration (docs/node-protocol.md). */
    private static final String ENTER = """
            [ ! -r /databricks/.nodestart/node.env ] || . /databricks/.nodestart/node.env
            cd /databricks/driver 2>/dev/null || cd /
            if command -v bash >/dev/null 2>&1; then exec bash; fi
            exec sh
            """;

    private static final Duration SIZE_CHECK = Duration.ofSeconds(1);

    /** An engine does not pass the end of input on to a command, so the shell is told: it ends as its last command. */
    private static final String END_OF_SCRIPT = "\nexit\n";

    private final Engine engine;
    private final Terminal terminal;
    private final InputStream input;

    NodeShell(Engine engine, Terminal terminal, InputStream input) {
        this.engine = engine;
        this.terminal = terminal;
        this.input = input;
    }

    /** Runs until the shell ends, and gives its exit code. */
    int run(String containerId) {
        return run(containerId, List.of("/bin/sh", "-c", ENTER));
    }

    /** The same with another shell, which a command starts. */
    int run(String containerId, List<String> command) {
        Optional<LocalTerminal> local = LocalTerminal.takeOver();
        if (local.isEmpty()) {
            return converse(engine.containers().exec(containerId, "0:0", command), END_OF_SCRIPT);
        }
        try (LocalTerminal keys = local.get()) {
            List<String> environment = List.of("TERM=" + terminal.environment().getOrDefault("TERM", "xterm"));
            ExecRun shell = engine.containers().execInTerminal(containerId, "0:0", command, environment);
            background("nodestart-size", () -> keepSize(keys, shell));
            return converse(shell, "");
        }
    }

    private int converse(ExecRun shell, String atEnd) {
        try (shell) {
            background("nodestart-keys", () -> pump(shell, atEnd));
            shell.streams().readTo((error, bytes) -> {
                var target = error ? terminal.err() : terminal.out();
                target.write(bytes, 0, bytes.length);
                target.flush();
            });
            return shell.exitCode();
        }
    }

    private void pump(ExecRun shell, String atEnd) {
        byte[] buffer = new byte[4096];
        try {
            for (int count = input.read(buffer); count >= 0; count = input.read(buffer)) {
                shell.streams().send(Arrays.copyOf(buffer, count));
            }
        } catch (IOException e) {
            // a terminal that went away is an end of input, too
            terminal.err().flush();
        }
        shell.streams().send(atEnd);
        shell.streams().endInput();
    }

    /** Java hears of no change of the window's size, so it is asked for. */
    private static void keepSize(LocalTerminal keys, ExecRun shell) {
        Optional<LocalTerminal.Size> known = Optional.empty();
        try {
            while (true) {
                Optional<LocalTerminal.Size> now = keys.size();
                if (now.isPresent() && !now.equals(known)) {
                    shell.resize(now.get().rows(), now.get().columns());
                    known = now;
                }
                Thread.sleep(SIZE_CHECK.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void background(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
