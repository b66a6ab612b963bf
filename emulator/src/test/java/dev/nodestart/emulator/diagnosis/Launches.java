package dev.nodestart.emulator.diagnosis;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.nodestart.emulator.model.ImageInfo;
import dev.nodestart.emulator.model.InitScriptRun;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.model.Stage;
import dev.nodestart.emulator.model.StageOutcome;
import dev.nodestart.emulator.model.StageRun;
import dev.nodestart.emulator.model.TerminationReason;
import dev.nodestart.emulator.model.TerminationType;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Launches as the tests of the diagnosis need them. */
final class Launches {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    private Launches() {}

    static Launch running(String line) {
        return launch(line, Launch.State.RUNNING, Optional.empty(), List.of(), Optional.empty());
    }

    static Launch running(String line, List<InitScriptRun> scripts) {
        return launch(line, Launch.State.RUNNING, Optional.empty(), List.of(), Optional.empty(), scripts);
    }

    /** A container that did not start, in the engine's words. */
    static Launch container(String cause) {
        return failed(
                "15.4",
                Stage.START_CONTAINER,
                "CONTAINER_LAUNCH_FAILURE",
                "Failed to launch spark container on instance i-1. Exception: " + cause);
    }

    static Launch failed(String line, Stage stage, String code, String message) {
        return failed(line, stage, code, message, Optional.empty());
    }

    static Launch failed(String line, Stage stage, String code, String message, Optional<ImageInfo> image) {
        Map<String, String> parameters = message.isEmpty() ? Map.of() : Map.of("databricks_error_message", message);
        return launch(
                line,
                Launch.State.TERMINATED,
                Optional.of(new TerminationReason(code, TerminationType.CLIENT_ERROR, parameters)),
                List.of(new StageRun("driver", stage, START, Duration.ZERO, StageOutcome.FAILED, "")),
                image);
    }

    static ImageInfo image(String platform, String user, Map<String, String> env) {
        String[] parts = platform.split("/", 2);
        return new ImageInfo(
                "acme/image:1",
                "sha256:1",
                Optional.empty(),
                parts[0],
                parts[1],
                1,
                user,
                List.of(),
                List.of(),
                env,
                Map.of());
    }

    private static Launch launch(
            String line,
            Launch.State state,
            Optional<TerminationReason> reason,
            List<StageRun> stages,
            Optional<ImageInfo> image) {
        return launch(line, state, reason, stages, image, List.of());
    }

    private static Launch launch(
            String line,
            Launch.State state,
            Optional<TerminationReason> reason,
            List<StageRun> stages,
            Optional<ImageInfo> image,
            List<InitScriptRun> scripts) {
        return new Launch(
                "run",
                "1122-100000-abcdefgh",
                START,
                JsonNodeFactory.instance.objectNode(),
                line + ".x-scala2.12",
                line,
                image,
                state,
                reason,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                stages,
                List.of(),
                scripts,
                List.of(),
                List.of(),
                Path.of("runs/run"));
    }
}
