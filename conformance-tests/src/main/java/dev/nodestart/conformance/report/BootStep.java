package dev.nodestart.conformance.report;

import dev.nodestart.emulator.model.InitScriptRun;
import dev.nodestart.emulator.model.InitScriptStatus;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.model.Stage;
import dev.nodestart.emulator.model.StageOutcome;
import dev.nodestart.emulator.model.StageRun;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A stage, or an init script, of a node.
 *
 * @param node its node
 * @param name the stage, or the script's destination
 * @param script whether it is a script
 * @param start since the first stage began
 * @param duration how long it took
 * @param trouble how it ended where that was not well, else empty
 * @param skipped whether there was nothing to do
 * @param did what a script changed, a line each
 */
record BootStep(
        String node,
        String name,
        boolean script,
        Duration start,
        Duration duration,
        String trouble,
        boolean skipped,
        List<String> did) {

    /** The steps of a node in order, scripts after their stage; the origin is when the first of all stages began. */
    static List<BootStep> of(Launch launch, Instant origin, String node, List<StageRun> runs) {
        List<BootStep> steps = new ArrayList<>();
        for (StageRun run : runs) {
            steps.add(new BootStep(
                    node,
                    run.stage().reportName(),
                    false,
                    Duration.between(origin, run.startedAt()),
                    run.duration(),
                    Timeline.failed(run) ? run.outcome().reportName() : "",
                    run.outcome() == StageOutcome.SKIPPED,
                    List.of()));
            if (run.stage() == Stage.INIT_SCRIPTS) {
                scripts(launch, origin, node, run.startedAt(), steps);
            }
        }
        return steps;
    }

    /** Scripts run one after the other, so each starts where the one before ended. */
    private static void scripts(Launch launch, Instant origin, String node, Instant start, List<BootStep> steps) {
        Instant from = start;
        for (InitScriptRun script : launch.initScripts()) {
            if (script.node().equals(node)) {
                boolean succeeded = script.status() == InitScriptStatus.SUCCEEDED;
                steps.add(new BootStep(
                        node,
                        script.destination(),
                        true,
                        Duration.between(origin, from),
                        script.duration(),
                        succeeded ? "" : script.status().name(),
                        !succeeded && script.exitCode().isEmpty(),
                        ScriptDeeds.lines(script.changes())));
                from = from.plus(script.duration());
            }
        }
    }
}
