package dev.nodestart.emulator.node;

import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.engine.ExecRun;
import java.io.Closeable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A held connection to the driver daemon of a running node: one exec for as many commands as wanted, milliseconds each.
 * Safe for use by many threads.
 */
public final class DriverSession implements NodeSession, Closeable {
    private static final Duration AFTER_CANCEL = Duration.ofSeconds(10);
    private static final Duration AFTER_INTERRUPT = Duration.ofSeconds(3);

    private final ExecRun exec;
    private final AtomicLong ids = new AtomicLong();
    private final Map<String, PendingCell> pending = new ConcurrentHashMap<>();
    private final java.util.Queue<String> errors = new java.util.concurrent.ConcurrentLinkedQueue<>();
    private volatile boolean ended;

    private DriverSession(ExecRun exec) {
        this.exec = exec;
    }

    /** Connects to the driver daemon in a container. */
    public static DriverSession open(Engine engine, String containerId) {
        ExecRun exec =
                engine.containers().exec(containerId, "0:0", List.of("bash", "/databricks/.nodestart/session.sh"));
        DriverSession session = new DriverSession(exec);
        Thread reader = new Thread(session::read, "nodestart-session");
        reader.setDaemon(true);
        reader.start();
        return session;
    }

    private void read() {
        Frames frames = new Frames(frame -> {
            PendingCell cell = pending.get(frame.id());
            if (cell != null && cell.accept(frame)) {
                pending.remove(frame.id());
            }
        });
        exec.streams().readTo((error, bytes) -> {
            if (error) {
                errors.add(new String(bytes, StandardCharsets.UTF_8));
            } else {
                frames.add(bytes);
            }
        });
        ended = true;
        pending.values().forEach(cell -> cell.broken(broken()));
        pending.clear();
    }

    private String broken() {
        return "The connection to the driver was lost."
                + (errors.isEmpty() ? "" : " " + String.join("", errors).strip());
    }

    @Override
    public CellResult run(Language language, String code, Duration limit) {
        return run(language, code, limit, Output.NONE);
    }

    /**
     * Runs one command and passes its output on while it runs.
     *
     * @throws UncheckedIOException where the node cannot be reached
     */
    public CellResult run(Language language, String code, Duration limit, Output output) {
        String id = Long.toString(ids.incrementAndGet());
        PendingCell cell = new PendingCell(output);
        pending.put(id, cell);
        byte[] bytes = code.getBytes(StandardCharsets.UTF_8);
        byte[] head =
                ("RUN " + id + " " + language.wireName() + " " + bytes.length + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] frame = new byte[head.length + bytes.length];
        System.arraycopy(head, 0, frame, 0, head.length);
        System.arraycopy(bytes, 0, frame, head.length, bytes.length);
        exec.streams().send(frame);
        if (ended) {
            cell.broken(broken());
        }
        try {
            if (cell.await(limit)) {
                return cell.result(false);
            }
            exec.streams().send("CANCEL " + id + "\n");
            cell.await(AFTER_CANCEL);
            return cell.result(true);
        } catch (InterruptedException e) {
            exec.streams().send("CANCEL " + id + "\n");
            awaitEnd(cell);
            Thread.currentThread().interrupt();
            throw PendingCell.failure("The command was interrupted.");
        } finally {
            pending.remove(id);
        }
    }

    /** Closing at once could overtake the cancellation. */
    private static void awaitEnd(PendingCell cell) {
        try {
            cell.await(AFTER_INTERRUPT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        exec.streams().endInput();
        exec.close();
    }

    /** Takes a command's output while it runs. */
    public interface Output {
        /** Drops it. */
        Output NONE = (error, text) -> {};

        /** Takes a piece of standard output, or of standard error. */
        void accept(boolean error, String text);
    }
}
