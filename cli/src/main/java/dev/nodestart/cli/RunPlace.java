package dev.nodestart.cli;

import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.launch.ClusterRun;
import java.io.Closeable;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where a run can be looked at: on the engine while it has containers, and in its recording.
 *
 * @param recording its folder
 * @param live the run on its engine, empty for one that is over
 */
record RunPlace(Path recording, Optional<Live> live) implements Closeable {

    /**
     * A run that has containers.
     *
     * @param engine their engine
     * @param run the run
     */
    record Live(Engine engine, ClusterRun run) {}

    /**
     * Finds the run that is meant. A run that is named and recorded is found without an engine.
     *
     * @param name as the user wrote it, empty for the newest
     * @param engine finds the engine
     */
    static RunPlace of(Optional<String> name, Supplier<EngineAtHand> engine, RecordedRuns recorded) {
        Optional<Engine> answering = answering(engine);
        try {
            Optional<RunPlace> live = answering.flatMap(some -> live(some, name));
            if (live.isPresent()) {
                return live.get();
            }
        } catch (RuntimeException e) {
            answering.ifPresent(Engine::close);
            throw e;
        }
        answering.ifPresent(Engine::close);
        Path folder = name.map(recorded::folder)
                .or(recorded::newest)
                .orElseThrow(() -> CliFailure.badInput(
                        "There is no run: none of yours is on this engine, and none is recorded in ["
                                + recorded.runs().path() + "]. Start one with [nodestart launch IMAGE]."));
        return new RunPlace(folder, Optional.empty());
    }

    private static Optional<Engine> answering(Supplier<EngineAtHand> engine) {
        try {
            return Optional.of(engine.get().connect().engine());
        } catch (CliFailure e) {
            // the recordings can be read without one
            return Optional.empty();
        }
    }

    private static Optional<RunPlace> live(Engine engine, Optional<String> name) {
        EngineRuns runs = EngineRuns.of(engine);
        Optional<ClusterRun> run = name.isPresent()
                ? name.flatMap(runs::find)
                : runs.newestRunning().or(() -> runs.mine().stream().findFirst());
        return run.flatMap(some ->
                some.recording().map(folder -> new RunPlace(folder, Optional.of(new Live(engine, some)))));
    }

    @Override
    public void close() {
        live.ifPresent(some -> some.engine().close());
    }
}
