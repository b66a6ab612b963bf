package dev.nodestart.emulator.launch;

import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.engine.ExecRun;
import dev.nodestart.emulator.model.NodeInfo;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Looks into a node from outside. */
final class InNode {
    private InNode() {}

    /** What a shell command in a node writes, standard output and error together. */
    static String run(Engine engine, NodeInfo node, String command) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try (ExecRun exec = engine.containers().exec(node.containerId(), "0:0", List.of("sh", "-c", command))) {
            exec.streams().endInput();
            exec.streams().readTo((error, bytes) -> output.write(bytes, 0, bytes.length));
        }
        return output.toString(StandardCharsets.UTF_8);
    }
}
