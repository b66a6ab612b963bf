package dev.nodestart.emulator.launch;

import dev.nodestart.emulator.engine.EngineException;
import dev.nodestart.emulator.engine.EngineUnavailableException;
import dev.nodestart.emulator.model.Stage;
import dev.nodestart.emulator.model.StageOutcome;
import dev.nodestart.emulator.model.StageRun;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/** Runs stages and keeps what they took. Safe for use by many threads. */
final class Timeline {
    private final Clock clock;
    private final LaunchListener listener;
    private final UnaryOperator<String> mask;
    private final List<StageRun> runs = new ArrayList<>();

    /** The mask hides secrets that a failing step may quote. */
    Timeline(Clock clock, LaunchListener listener, UnaryOperator<String> mask) {
        this.clock = clock;
        this.listener = listener;
        this.mask = mask;
    }

    /** The work of one stage. */
    interface Work {
        /** Does the work and says in one line what there is to say, or nothing. */
        String run() throws InterruptedException;
    }

    /** Runs one stage of one node; whatever it throws is recorded and thrown on. */
    void run(String node, Stage stage, Work work) throws InterruptedException {
        listener.stageStarted(node, stage);
        Instant start = clock.instant();
        long nanos = System.nanoTime();
        try {
            String detail = work.run();
            add(node, stage, start, nanos, StageOutcome.OK, detail);
        } catch (StageFailure e) {
            add(node, stage, start, nanos, StageOutcome.FAILED, e.stateMessage());
            throw e;
        } catch (EngineException | EngineUnavailableException | HarnessException e) {
            add(node, stage, start, nanos, StageOutcome.ERROR, String.valueOf(e.getMessage()));
            throw e;
        }
    }

    /** Records a stage in which there was nothing to do. */
    void skip(String node, Stage stage, String reason) {
        add(node, stage, clock.instant(), System.nanoTime(), StageOutcome.SKIPPED, reason);
    }

    /** Records a stage that was done by somebody else. */
    void done(String node, Stage stage, Instant start, Duration duration, String detail) {
        keep(new StageRun(node, stage, start, duration, StageOutcome.OK, detail));
    }

    private void add(String node, Stage stage, Instant start, long nanos, StageOutcome outcome, String detail) {
        keep(new StageRun(
                node, stage, start, Duration.ofNanos(System.nanoTime() - nanos), outcome, mask.apply(detail)));
    }

    private void keep(StageRun run) {
        synchronized (runs) {
            runs.add(run);
        }
        listener.stageFinished(run);
    }

    /** All stages so far, in order of their start. */
    List<StageRun> runs() {
        synchronized (runs) {
            return runs.stream()
                    .sorted(Comparator.comparing(StageRun::startedAt).thenComparing(StageRun::stage))
                    .toList();
        }
    }
}
