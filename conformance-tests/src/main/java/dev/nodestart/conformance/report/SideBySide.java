package dev.nodestart.conformance.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Writes several reports at once, as many as there are processors: most of a format's time is its first use of classes. */
public final class SideBySide {
    private final List<ReportRequest> requests;
    private final Consumer<ReportRequest> writer;
    private final AtomicInteger next = new AtomicInteger();
    private final ConcurrentSkipListMap<Integer, RuntimeException> failures = new ConcurrentSkipListMap<>();

    private SideBySide(List<ReportRequest> requests, Consumer<ReportRequest> writer) {
        this.requests = requests;
        this.writer = writer;
    }

    /**
     * Writes all of them, and returns when all are written.
     *
     * @param writer writes one; it is called from several threads
     * @throws RuntimeException what the writer threw for the first request that failed; the others are written all the same
     */
    public static void write(List<ReportRequest> requests, Consumer<ReportRequest> writer) {
        SideBySide all = new SideBySide(requests, writer);
        List<Thread> others = new ArrayList<>();
        int beside = Math.min(requests.size(), Runtime.getRuntime().availableProcessors()) - 1;
        for (int i = 0; i < beside; i++) {
            Thread thread = new Thread(all::work, "nodestart-reports");
            thread.start();
            others.add(thread);
        }
        all.work();
        others.forEach(SideBySide::await);
        Optional.ofNullable(all.failures.firstEntry()).ifPresent(first -> {
            throw first.getValue();
        });
    }

    private void work() {
        for (int i = next.getAndIncrement(); i < requests.size(); i = next.getAndIncrement()) {
            try {
                writer.accept(requests.get(i));
            } catch (RuntimeException failure) {
                failures.put(i, failure);
            }
        }
    }

    /** A report that was begun is ended: half a file helps nobody. */
    private static void await(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
