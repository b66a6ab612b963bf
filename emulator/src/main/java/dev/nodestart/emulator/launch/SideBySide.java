package dev.nodestart.emulator.launch;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Calls to the engine that wait beside each other, however few processors Java's own pool counts. */
final class SideBySide {
    /** A thread for each piece of work. */
    static final Executor THREADS = work -> {
        Thread thread = new Thread(work, "nodestart-call");
        thread.setDaemon(true);
        thread.start();
    };

    private SideBySide() {}

    /** Does all of it and waits; throws what the first failure threw. */
    static void run(List<Runnable> work) {
        if (work.size() == 1) {
            work.get(0).run();
            return;
        }
        join(CompletableFuture.allOf(work.stream()
                .map(piece -> CompletableFuture.runAsync(piece, THREADS))
                .toArray(CompletableFuture<?>[]::new)));
    }

    /** Begins a piece of work, to be joined later. */
    static <T> CompletableFuture<T> begin(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, THREADS);
    }

    /** Waits for a piece of work; throws what it threw. */
    static <T> T join(CompletableFuture<T> work) {
        try {
            return work.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
