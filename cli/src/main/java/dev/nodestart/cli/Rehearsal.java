package dev.nodestart.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.nodestart.conformance.Verifier;
import dev.nodestart.conformance.VerifyOptions;
import dev.nodestart.conformance.VerifyResult;
import dev.nodestart.conformance.dockerfile.Dockerfile;
import dev.nodestart.conformance.dockerfile.InstructionBlame;
import dev.nodestart.conformance.report.ConsoleReport;
import dev.nodestart.conformance.report.Style;
import dev.nodestart.conformance.report.VerifyRecord;
import dev.nodestart.emulator.model.ImageHistory;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.model.Stage;
import dev.nodestart.emulator.model.StageOutcome;
import dev.nodestart.emulator.model.StageRun;
import dev.nodestart.emulator.model.TerminationReason;
import dev.nodestart.emulator.model.TerminationType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Diagnoses a failure that never was, and prints it to nobody, for whom then waits for a real one: a user waits for the first
 * reading of the catalogue and the first run of everything, not for the finding of the cause. The launcher script runs it
 * too, to learn which classes belong into the archive: a launch that goes well loads none of them.
 */
final class Rehearsal implements Callable<Integer> {
    @Override
    public Integer call() throws IOException {
        Path folder = Files.createTempDirectory("nodestart-rehearsal");
        try {
            Path log = Files.createDirectories(folder.resolve("nodes/driver/driver"))
                    .resolve("stderr");
            Files.writeString(log, "node.sh: 1: sudo: not found\n");
            Launch launch = launch(folder);
            VerifyResult result =
                    diagnose(new Verifier(List.of(), VerifyOptions.defaults(), Clock.systemUTC()), launch);
            VerifyRecord.save(launch.recording(), result, SinceFailure.of(launch, Instant.now()));
        } finally {
            RunsFolder.delete(folder);
        }
        return 0;
    }

    /** Rehearses what a verifier has to say of a failure; to be called where this process waits for others anyway. */
    static void of(Verifier verifier) {
        try {
            diagnose(verifier, launch(Path.of("rehearsal")));
        } catch (IOException | RuntimeException e) {
            // whatever is wrong is told when it is really done
            return;
        }
    }

    private static VerifyResult diagnose(Verifier verifier, Launch launch) throws IOException {
        VerifyResult plain = verifier.conclude(launch, Optional.empty());
        List<ImageHistory> history = List.of(new ImageHistory("RUN rm /usr/bin/sudo", 1));
        VerifyResult result =
                InstructionBlame.ofHistory(plain, Dockerfile.ofHistory(history)).result();
        new ConsoleReport(Style.plain()).write(result, new StringBuilder());
        return result;
    }

    private static Launch launch(Path folder) {
        String message = "Spark error: Driver down cause: driver state change (exit code: 127)";
        Instant now = Instant.now();
        return new Launch(
                "rehearsal",
                "0101-000000-rehearse",
                now,
                JsonNodeFactory.instance.objectNode(),
                "15.4.x-scala2.12",
                "15.4",
                Optional.empty(),
                Launch.State.TERMINATED,
                Optional.of(new TerminationReason(
                        "SPARK_ERROR", TerminationType.SERVICE_FAULT, Map.of("databricks_error_message", message))),
                Optional.of(message),
                Optional.empty(),
                List.of(),
                List.of(new StageRun(
                        "driver", Stage.START_SPARK, now, Duration.ofMillis(1), StageOutcome.FAILED, message)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                folder);
    }
}
