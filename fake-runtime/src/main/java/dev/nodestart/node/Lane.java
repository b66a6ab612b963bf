package dev.nodestart.node;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * The commands of one session, queued. Its thread is started by the first command; and it is a plain class, because a
 * JVM's first lambda costs as much as all else that the driver does before it is healthy.
 */
final class Lane implements Runnable {
    private final String language;
    private final Session session;
    private final BlockingQueue<Cell> waiting = new LinkedBlockingQueue<>();
    private @Nullable Thread thread;
    private @Nullable Cell running;

    Lane(String language, Session session) {
        this.language = language;
        this.session = session;
    }

    synchronized void submit(Cell cell) {
        waiting.add(cell);
        if (thread == null) {
            thread = new Thread(this, "session-" + language);
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Ends a waiting command at once, a running one through its session. */
    void cancel(Cell cell) {
        boolean runs;
        synchronized (this) {
            cell.cancel();
            runs = running == cell;
        }
        if (runs) {
            session.cancel();
        } else {
            cell.end("cancelled", 1);
        }
    }

    boolean isAlive() {
        return session.isAlive();
    }

    @Override
    public void run() {
        try {
            while (true) {
                run(waiting.take());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(Cell cell) {
        synchronized (this) {
            if (cell.isCancelled()) {
                return;
            }
            running = cell;
        }
        try {
            session.run(cell);
        } catch (Exception | LinkageError | InternalError e) {
            // a JDK with parts missing fails with an error of the JVM's, and a lane that ended would never answer
            cell.fail(e.toString());
        } finally {
            synchronized (this) {
                running = null;
            }
        }
    }
}
