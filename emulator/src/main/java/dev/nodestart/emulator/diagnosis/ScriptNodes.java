package dev.nodestart.emulator.diagnosis;

import dev.nodestart.emulator.model.InitScriptRun;
import dev.nodestart.emulator.model.InitScriptStatus;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.model.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says on which nodes an init script failed, where it did not fail on all that it ran on. Pure. */
final class ScriptNodes {
    private ScriptNodes() {}

    /** The cause of a failed script with the nodes as a further line of evidence; any other cause as it is. */
    static Diagnosis name(Diagnosis cause, Set<Stage> stages, Launch launch) {
        return stages.contains(Stage.INIT_SCRIPTS) && severalNodes(launch)
                ? nodes(launch).map(line -> with(cause, line)).orElse(cause)
                : cause;
    }

    private static boolean severalNodes(Launch launch) {
        return launch.nodes().size() > 1
                || launch.initScripts().stream()
                                .map(InitScriptRun::node)
                                .distinct()
                                .count()
                        > 1;
    }

    private static Optional<String> nodes(Launch launch) {
        Optional<String> script = launch.initScripts().stream()
                .filter(ScriptNodes::failed)
                .map(InitScriptRun::destination)
                .findFirst();
        if (script.isEmpty()) {
            return Optional.empty();
        }
        List<InitScriptRun> runs = launch.initScripts().stream()
                .filter(run -> run.destination().equals(script.get()))
                .toList();
        String failed = names(runs, InitScriptStatus.FAILED_EXECUTION);
        String succeeded = names(runs, InitScriptStatus.SUCCEEDED);
        return Optional.of("The init script [" + script.get() + "] failed on " + failed
                + (succeeded.isEmpty() ? "" : ", and not on " + succeeded) + ".");
    }

    private static boolean failed(InitScriptRun run) {
        return run.status() == InitScriptStatus.FAILED_EXECUTION;
    }

    private static String names(List<InitScriptRun> runs, InitScriptStatus status) {
        return String.join(
                ", ",
                runs.stream()
                        .filter(run -> run.status() == status)
                        .map(run -> "[" + run.node() + "]")
                        .toList());
    }

    private static Diagnosis with(Diagnosis cause, String line) {
        List<String> evidence = new ArrayList<>(cause.evidence());
        evidence.add(line);
        return new Diagnosis(
                cause.id(), cause.cause(), cause.fix(), List.copyOf(evidence), cause.source(), cause.confidence());
    }
}
