package dev.nodestart.conformance.junit;

import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.engine.ExecRun;
import dev.nodestart.emulator.model.NodeInfo;
import dev.nodestart.emulator.node.CellResult;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Runs a command in a node without a driver daemon: one exec each. */
final class WorkerShell {
    private static final int TIMED_OUT = 124;

    private WorkerShell() {}

    static CellResult run(Engine engine, NodeInfo node, String command, Duration limit) {
        long start = System.nanoTime();
        String seconds = Long.toString(Math.max(1, limit.toSeconds()));
        List<String> line = List.of("timeout", "--kill-after=5", seconds, "bash", "-c", command);
        try (ExecRun exec = engine.containers().exec(node.containerId(), "0:0", line)) {
            exec.streams().endInput();
            StringBuilder out = new StringBuilder();
            StringBuilder err = new StringBuilder();
            exec.streams()
                    .readTo((error, bytes) -> (error ? err : out).append(new String(bytes, StandardCharsets.UTF_8)));
            int code = exec.exitCode();
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            CellResult.Status status = code == 0
                    ? CellResult.Status.OK
                    : code == TIMED_OUT && took.compareTo(limit) >= 0
                            ? CellResult.Status.TIMEOUT
                            : CellResult.Status.ERROR;
            return new CellResult(
                    status, out.toString(), err.toString(), Optional.empty(), Optional.empty(), code, took);
        }
    }
}
