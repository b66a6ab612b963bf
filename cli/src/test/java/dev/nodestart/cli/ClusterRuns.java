package dev.nodestart.cli;

import dev.nodestart.emulator.launch.ClusterRun;
import dev.nodestart.emulator.model.NodeRole;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Runs for tests. */
final class ClusterRuns {
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private ClusterRuns() {}

    static ClusterRun run(String suffix, ClusterRun.State state, String user) {
        return run(suffix, state, user, true);
    }

    static ClusterRun run(String suffix, ClusterRun.State state, String user, boolean detached) {
        return new ClusterRun(
                "20261122-120000-" + suffix,
                "1122-120000-" + suffix,
                state,
                "my/image:1",
                "15.4.x-scala2.12",
                user,
                detached,
                NOON,
                Optional.of(Path.of("/runs/20261122-120000-" + suffix)),
                List.of(new ClusterRun.Node(
                        "driver",
                        NodeRole.DRIVER,
                        "0123abcd",
                        "running",
                        "10.139.64.10",
                        "1122-120000-" + suffix + "-10-139-64-10")));
    }
}
