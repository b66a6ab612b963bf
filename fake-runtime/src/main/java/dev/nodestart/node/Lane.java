package dev.nodestart.node;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The commands of one session, queued. */
final class Lane {
    private final Session session;
    private final Executor thread;
    private @Nullable Cell running;

    Lane(String language, Session session) {
        this.session = session;
        this.thread = Executors.newSingleThreadExecutor(task -> {
            Thread worker = new Thread(task, "session-" + language);
            worker.setDaemon(true);
            return worker;
        });
    }

    void submit(Cell cell) {
        thread.execute(() -> run(cell));
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

    private void run(Cell cell) {
        synchronized (this) {
            if (cell.isCancelled()) {
                cell.end("cancelled", 1);
                return;
            }
            running = cell;
        }
        try {
            session.run(cell);
        } catch (Exception e) {
            cell.fail(e.toString());
        } finally {
            synchronized (this) {
                running = null;
            }
        }
    }
}
