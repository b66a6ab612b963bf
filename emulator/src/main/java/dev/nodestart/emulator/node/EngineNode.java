package dev.nodestart.emulator.node;

import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.engine.ExecRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A node as a container of an engine. Safe for use by many threads. */
public final class EngineNode implements RunningNode {
    private static final String ROOT = "0:0";

    private final Engine engine;
    private final String containerId;
    private Optional<DriverSession> session = Optional.empty();

    /** Makes the ways into a container; nothing is opened yet. */
    public EngineNode(Engine engine, String containerId) {
        this.engine = engine;
        this.containerId = containerId;
    }

    @Override
    public synchronized NodeSession session() {
        if (session.isEmpty()) {
            session = Optional.of(DriverSession.open(engine, containerId));
        }
        return session.get();
    }

    @Override
    public NodeOutput sh(String script, Duration limit) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream error = new ByteArrayOutputStream();
        try (ExecRun exec = engine.containers().exec(containerId, ROOT, ScriptArguments.of(script))) {
            exec.streams().endInput();
            boolean complete = readWithin(limit, exec, out, error);
            synchronized (out) {
                return new NodeOutput(
                        out.toString(StandardCharsets.UTF_8), error.toString(StandardCharsets.UTF_8), complete);
            }
        }
    }

    private static boolean readWithin(
            Duration limit, ExecRun exec, ByteArrayOutputStream out, ByteArrayOutputStream error) {
        CompletableFuture<Boolean> end = new CompletableFuture<>();
        Thread reader = new Thread(
                () -> end.complete(exec.streams().readTo((isError, bytes) -> {
                    synchronized (out) {
                        (isError ? error : out).writeBytes(bytes);
                    }
                })),
                "nodestart-exec");
        reader.setDaemon(true);
        reader.start();
        try {
            return end.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new UncheckedIOException(new IOException("The node cannot be reached.", e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public synchronized void close() {
        session.ifPresent(DriverSession::close);
        session = Optional.empty();
    }
}
