package dev.nodestart.emulator.launch;

import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.engine.EngineInfo;
import dev.nodestart.emulator.tree.TreePlan;
import dev.nodestart.runtime.StubRuntime;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What all nodes need and nothing before them decides, made while the engine is busy with the network and the image. */
final class Groundwork {
    private final CompletableFuture<ClusterArchive> archive;
    private final CompletableFuture<Optional<EngineInfo>> machine;

    private Groundwork(CompletableFuture<ClusterArchive> archive, CompletableFuture<Optional<EngineInfo>> machine) {
        this.archive = archive;
        this.machine = machine;
    }

    /** Begins; the moment goes into the names of the init scripts' logs. */
    static Groundwork begin(Engine engine, LaunchRequest request, Instant now) {
        // a known node type and GPUs are the only reasons to ask the engine what it is like
        boolean sized = request.driverType().isPresent()
                || request.workerType().isPresent()
                || request.extras().gpu().request().isPresent();
        return new Groundwork(
                SideBySide.begin(() -> archive(request, now)),
                sized
                        ? SideBySide.begin(() -> Optional.of(engine.info()))
                        : CompletableFuture.completedFuture(Optional.empty()));
    }

    private static ClusterArchive archive(LaunchRequest request, Instant now) {
        StubRuntime runtime = StubRuntime.load();
        TreePlan tree = request.runtimeTree().map(found -> found.plan(runtime)).orElse(TreePlan.NONE);
        return ClusterArchive.of(runtime, tree, request.scripts(), InitLogNames.of(request.scripts(), now));
    }

    /** What is copied into every node. */
    ClusterArchive archive() {
        return SideBySide.join(archive);
    }

    /** The engine's machine, where it matters. */
    Optional<EngineInfo> machine() {
        return SideBySide.join(machine);
    }
}
