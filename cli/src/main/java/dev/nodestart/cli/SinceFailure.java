package dev.nodestart.cli;

import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.model.StageOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long somebody has waited for a diagnosis. */
final class SinceFailure {
    private SinceFailure() {}

    /** Since the end of the stage that failed; empty for a launch that did not fail. */
    static Optional<Duration> of(Launch launch, Instant now) {
        if (launch.state() != Launch.State.TERMINATED) {
            return Optional.empty();
        }
        return launch.stages().stream()
                .filter(run -> run.outcome() == StageOutcome.FAILED)
                .map(run -> run.startedAt().plus(run.duration()))
                .min(Instant::compareTo)
                .map(end -> Duration.between(end, now));
    }
}
