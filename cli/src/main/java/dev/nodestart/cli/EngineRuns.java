package dev.nodestart.cli;

import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.launch.ClusterRun;
import dev.nodestart.emulator.launch.Labels;
import dev.nodestart.emulator.launch.Runs;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.recording.Recording;
import dev.nodestart.emulator.recording.RecordingException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The runs of an engine, and which of them a command means.
 *
 * @param all newest first
 * @param user the user of this machine
 */
record EngineRuns(List<ClusterRun> all, String user) {

    static EngineRuns of(Engine engine) {
        return new EngineRuns(
                Runs.of(engine.containers().labelled(List.of(Labels.RUN)), EngineRuns::recorded),
                System.getProperty("user.name", ""));
    }

    private static Optional<Launch> recorded(Path folder) {
        try {
            return Optional.of(Recording.at(folder).load());
        } catch (RecordingException e) {
            // made on another machine, by another user, or deleted since: the containers alone must do
            return Optional.empty();
        }
    }

    /** The ids of all runs. */
    Set<String> ids() {
        return all.stream().map(ClusterRun::runId).collect(Collectors.toSet());
    }

    /** The runs of this user. */
    List<ClusterRun> mine() {
        return all.stream().filter(run -> run.user().equals(user)).toList();
    }

    /** Those of this user's runs that another command still holds, and will itself end: a verify, or a launch in front. */
    List<ClusterRun> held() {
        return mine().stream()
                .filter(run -> !run.detached() && run.state() != ClusterRun.State.FAILED)
                .toList();
    }

    /** The named run, else the newest running one of this user, a detached one before others. */
    ClusterRun running(Optional<String> name) {
        if (name.isPresent()) {
            ClusterRun run = named(name.get());
            if (run.state() != ClusterRun.State.RUNNING) {
                throw CliFailure.badInput("The run [" + run.runId() + "] is " + run.state()
                        + ", so no command can be run on it. Look inside with [nodestart shell " + run.runId()
                        + "], or remove it with [nodestart stop " + run.runId() + "].");
            }
            return run;
        }
        return newestRunning().orElseThrow(() -> none("No run of yours is RUNNING on this engine."));
    }

    /** The named run, else the newest running one of this user, else the newest one that was kept. */
    ClusterRun anyState(Optional<String> name) {
        return name.map(this::named)
                .or(this::newestRunning)
                .or(() -> mine().stream().findFirst())
                .orElseThrow(() -> none("No run of yours is on this engine."));
    }

    /** A verify in another terminal runs too, and ends at any moment: what was left running on purpose is meant first. */
    Optional<ClusterRun> newestRunning() {
        List<ClusterRun> running = mine().stream()
                .filter(run -> run.state() == ClusterRun.State.RUNNING)
                .toList();
        return running.stream()
                .filter(ClusterRun::detached)
                .findFirst()
                .or(() -> running.stream().findFirst());
    }

    Optional<ClusterRun> find(String name) {
        return RunNames.find(name, all, run -> List.of(run.runId(), run.clusterId()));
    }

    ClusterRun named(String name) {
        return find(name)
                .orElseThrow(() ->
                        CliFailure.badInput("No run [" + name + "] is on this engine. See all with [nodestart ps]."));
    }

    private static CliFailure none(String what) {
        return CliFailure.badInput(
                what + " Start one with [nodestart launch IMAGE --detach], or see all with" + " [nodestart ps].");
    }
}
