package dev.nodestart.node;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One live process of a {@link MarkedSession}. All fields that change are guarded by this. */
final class MarkedProcess {
    /** How long output is still read after the process ended, where a child of it holds its pipes open. */
    private static final long DRAIN_MILLIS = 200;

    private static final long KILL_MILLIS = 2_000;

    private final Process process;
    private @Nullable Cell cell;
    private @Nullable String outMark;
    private boolean errMarked;
    private int openStreams = 2;
    private boolean exited;
    private long pid;
    private final StringBuilder early = new StringBuilder();

    private MarkedProcess(Process process) {
        this.process = process;
    }

    /** Starts a process and waits until it says that it reads commands. */
    static MarkedProcess start(ProcessBuilder builder, String mark) throws IOException, InterruptedException {
        MarkedProcess started = new MarkedProcess(builder.start());
        started.read(started.process.getInputStream(), mark, false);
        started.read(started.process.getErrorStream(), mark, true);
        thread(started::awaitExit, "session-exit");
        started.awaitReady();
        return started;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Runs one command file to its end. */
    synchronized void run(Cell next, String path) throws InterruptedException {
        cell = next;
        outMark = null;
        errMarked = false;
        try {
            OutputStream commands = process.getOutputStream();
            commands.write((path + "\n").getBytes(StandardCharsets.UTF_8));
            commands.flush();
        } catch (IOException e) {
            exited = !process.isAlive();
        }
        awaitMarks();
        String mark = outMark;
        int code = mark == null ? process.exitValue() : Integer.parseInt(mark);
        cell = null;
        next.end(code == 0 ? "ok" : "error", code);
    }

    /** Interrupts what the command runs, and kills everything when that does not end it. */
    void interrupt() {
        thread(
                () -> {
                    try {
                        interruptThenKill();
                    } catch (IOException | InterruptedException e) {
                        process.destroyForcibly();
                    }
                },
                "session-cancel");
    }

    private void interruptThenKill() throws IOException, InterruptedException {
        Cell interrupted;
        synchronized (this) {
            interrupted = cell;
        }
        // The shell itself must live on, so only what it runs is interrupted; R runs everything itself.
        List<Long> below = ProcessTree.below(pid);
        ProcessTree.signal("INT", below.isEmpty() ? Collections.singletonList(pid) : below);
        synchronized (this) {
            long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(KILL_MILLIS);
            while (cell != null && cell == interrupted && System.nanoTime() < deadline) {
                wait(100);
            }
            if (cell == null || cell != interrupted) {
                return;
            }
        }
        ProcessTree.signal("KILL", ProcessTree.below(pid));
        process.destroyForcibly();
    }

    private synchronized void awaitReady() throws IOException, InterruptedException {
        awaitMarks();
        String mark = outMark;
        if (mark == null) {
            throw new IOException("it ended with code [" + process.exitValue() + "]: "
                    + early.toString().trim());
        }
        pid = Long.parseLong(mark);
    }

    private void awaitMarks() throws InterruptedException {
        while (!(outMark != null && errMarked) && !exited) {
            wait();
        }
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(DRAIN_MILLIS);
        while (exited && openStreams > 0 && System.nanoTime() < deadline) {
            wait(20);
        }
    }

    private void awaitExit() {
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            exited = true;
            notifyAll();
        }
    }

    private void read(InputStream stream, String mark, boolean isErr) {
        MarkScanner scanner = new MarkScanner(mark, new MarkScanner.Sink() {
            @Override
            public void data(byte[] bytes) {
                took(bytes, isErr);
            }

            @Override
            public void mark(String payload) {
                marked(payload, isErr);
            }
        });
        thread(
                () -> {
                    byte[] buffer = new byte[16_384];
                    try {
                        for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
                            scanner.feed(buffer, n);
                        }
                    } catch (IOException e) {
                        // The process was killed: what it wrote before was read.
                    }
                    scanner.finish();
                    closed();
                },
                isErr ? "session-stderr" : "session-stdout");
    }

    private synchronized void took(byte[] bytes, boolean isErr) {
        if (cell != null) {
            cell.part(isErr ? "ERR" : "OUT", bytes);
        } else if (early.length() < 4_096) {
            early.append(new String(bytes, StandardCharsets.UTF_8));
        }
    }

    private synchronized void marked(String payload, boolean isErr) {
        if (isErr) {
            errMarked = true;
        } else {
            outMark = payload;
        }
        notifyAll();
    }

    private synchronized void closed() {
        openStreams--;
        notifyAll();
    }

    private static void thread(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
