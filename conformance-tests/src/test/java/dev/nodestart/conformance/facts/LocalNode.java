package dev.nodestart.conformance.facts;

import dev.nodestart.emulator.node.NodeOutput;
import dev.nodestart.emulator.node.NodeSession;
import dev.nodestart.emulator.node.RunningNode;
import dev.nodestart.emulator.node.ScriptArguments;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** This machine's own shell in place of a node's: the same script and arguments, no engine. */
final class LocalNode implements RunningNode {
    private final Path folder;
    private int trips;

    /** @param folder stands in for the node's {@code /databricks/.nodestart} */
    LocalNode(Path folder) {
        this.folder = folder;
    }

    @Override
    public NodeOutput sh(String script, Duration limit) {
        trips++;
        try {
            Path error = Files.createTempFile(folder, "error", ".txt");
            Process shell = new ProcessBuilder(
                            ScriptArguments.of(script.replace("/databricks/.nodestart", folder.toString())))
                    .redirectError(error.toFile())
                    .start();
            String out = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            shell.waitFor();
            return new NodeOutput(out, Files.readString(error), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    int trips() {
        return trips;
    }

    @Override
    public NodeSession session() {
        throw new AssertionError("no session is needed");
    }

    @Override
    public void close() {}
}
