package dev.nodestart.emulator.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A command that was sent and has not ended yet. */
final class PendingCell {
    private final DriverSession.Output output;
    private final CountDownLatch end = new CountDownLatch(1);
    private final StringBuilder stdout = new StringBuilder();
    private final StringBuilder stderr = new StringBuilder();
    private final long start = System.nanoTime();
    private Optional<String> result = Optional.empty();
    private Optional<String> trace = Optional.empty();
    private Optional<String> broken = Optional.empty();
    private String status = "";
    private int exitCode;

    PendingCell(DriverSession.Output output) {
        this.output = output;
    }

    /** Takes a frame and says whether it was the last one. */
    synchronized boolean accept(Frames.Frame frame) {
        switch (frame.kind()) {
            case "OUT" -> {
                stdout.append(frame.content());
                output.accept(false, frame.content());
            }
            case "ERR" -> {
                stderr.append(frame.content());
                output.accept(true, frame.content());
            }
            case "RESULT" -> result = Optional.of(frame.content());
            case "TRACE", "FAIL" -> trace = Optional.of(frame.content());
            case "END" -> {
                status = frame.words().get(0);
                exitCode = Integer.parseInt(frame.words().get(1));
                end.countDown();
                return true;
            }
            default -> {}
        }
        return false;
    }

    synchronized void broken(String why) {
        broken = Optional.of(why);
        end.countDown();
    }

    boolean await(Duration limit) throws InterruptedException {
        return end.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    synchronized CellResult result(boolean late) {
        if (broken.isPresent()) {
            throw failure(broken.get());
        }
        CellResult.Status outcome = late
                ? CellResult.Status.TIMEOUT
                : switch (status) {
                    case "ok" -> CellResult.Status.OK;
                    case "error" -> CellResult.Status.ERROR;
                    case "cancelled" -> CellResult.Status.TIMEOUT;
                    default -> CellResult.Status.FAILED;
                };
        return new CellResult(
                outcome,
                stdout.toString(),
                stderr.toString(),
                result,
                trace,
                exitCode,
                Duration.ofNanos(System.nanoTime() - start));
    }

    /** The message is the failure's own, for people; without it they would read the name of a class. */
    static UncheckedIOException failure(String message) {
        return new UncheckedIOException(message, new IOException(message));
    }
}
