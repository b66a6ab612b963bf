package dev.nodestart.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * While this is open, the end of the process by a signal interrupts the thread that opened it, and gives it time to tidy
 * up: Ctrl-C reaches a command in a node only so.
 */
final class OnInterrupt {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final CountDownLatch tidied = new CountDownLatch(1);
    private final Thread hook;

    private OnInterrupt(Thread worker) {
        hook = new Thread(() -> interrupt(worker), "nodestart-interrupt");
    }

    static OnInterrupt here() {
        OnInterrupt handler = new OnInterrupt(Thread.currentThread());
        Runtime.getRuntime().addShutdownHook(handler.hook);
        return handler;
    }

    private void interrupt(Thread worker) {
        worker.interrupt();
        try {
            boolean inTime = tidied.await(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            if (!inTime) {
                Thread.currentThread().interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** From now on the end of the process waits for nothing. */
    void close() {
        tidied.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process is ending: the hook runs already, and has just been told
            return;
        }
    }
}
