package dev.nodestart.node;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** One command on its way through a session. */
final class Cell {
    private final String id;
    private final byte[] code;
    private final Answers answers;
    private final long started = System.nanoTime();
    private boolean cancelled;
    private boolean ended;

    Cell(String id, byte[] code, Answers answers) {
        this.id = id;
        this.code = code;
        this.answers = answers;
    }

    byte[] code() {
        return code;
    }

    String text() {
        return new String(code, StandardCharsets.UTF_8);
    }

    void out(byte[] bytes) {
        part("OUT", bytes);
    }

    void err(byte[] bytes) {
        part("ERR", bytes);
    }

    /** Passes on a part of any kind: OUT, ERR, RESULT, TRACE or FAIL. */
    synchronized void part(String kind, byte[] bytes) {
        if (!ended && bytes.length > 0) {
            answers.part(kind, id, bytes);
        }
    }

    /** Ends the command because its session could not be started or died. */
    void fail(String text) {
        part("FAIL", text.getBytes(StandardCharsets.UTF_8));
        end("failed", 1);
    }

    /** Ends the command; a cancelled one is said cancelled whatever came of it. Later ends are ignored. */
    synchronized void end(String status, int exit) {
        if (!ended) {
            ended = true;
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
            answers.line("END " + id + " " + (cancelled ? "cancelled" : status) + " " + exit + " " + millis);
        }
    }

    synchronized void cancel() {
        cancelled = true;
    }

    synchronized boolean isCancelled() {
        return cancelled;
    }

    synchronized boolean isEnded() {
        return ended;
    }
}
