package dev.nodestart.cli;

import dev.nodestart.conformance.Verifier;
import dev.nodestart.conformance.VerifyResult;
import dev.nodestart.conformance.dockerfile.Dockerfile;
import dev.nodestart.conformance.dockerfile.InstructionBlame;
import dev.nodestart.conformance.report.ConsoleReport;
import dev.nodestart.emulator.launch.LaunchedCluster;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.model.StageOutcome;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Diagnoses a failed launch once for nobody, from what is known at once, while the engine is asked for the rest: a user waits
 * for the first reading of the catalogue and the first run of everything, not for the finding of the cause.
 */
final class Rehearsal {
    private Rehearsal() {}

    /** Begins, where the launch failed. */
    static void begin(LaunchedCluster cluster, Verifier verifier, ConsoleReport console) {
        Launch launch = cluster.outcome();
        if (launch.state() != Launch.State.TERMINATED) {
            return;
        }
        Thread thread = new Thread(() -> run(launch, verifier, console), "nodestart-rehearsal");
        thread.setDaemon(true);
        thread.start();
    }

    private static void run(Launch launch, Verifier verifier, ConsoleReport console) {
        try {
            VerifyResult result = verifier.conclude(launch, Optional.empty());
            console.write(
                    InstructionBlame.ofHistory(result, Dockerfile.ofHistory(List.of()))
                            .result(),
                    new StringBuilder());
        } catch (IOException | RuntimeException e) {
            // whatever is wrong is told when it is really done
            return;
        }
    }

    /** How long ago the stage that failed came to its end; empty for a launch that did not fail. */
    static Optional<Duration> sinceFailure(Launch launch, Instant now) {
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
