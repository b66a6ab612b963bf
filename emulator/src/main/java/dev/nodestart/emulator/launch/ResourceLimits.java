package dev.nodestart.emulator.launch;

import dev.nodestart.emulator.engine.EngineInfo;
import dev.nodestart.emulator.runtime.NodeType;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Turns a node type into limits of a container, clamped to what the engine's machine has. */
final class ResourceLimits {
    private final Optional<EngineInfo> engine;
    private final Consumer<String> notes;

    /** The engine's machine is needed for known node types only. */
    ResourceLimits(Optional<EngineInfo> engine, Consumer<String> notes) {
        this.engine = engine;
        this.notes = notes;
    }

    NodeLaunch.Resources of(Optional<NodeType> type, String imageUser) {
        if (type.isEmpty() || engine.isEmpty()) {
            return new NodeLaunch.Resources(OptionalLong.empty(), OptionalLong.empty(), imageUser);
        }
        EngineInfo machine = engine.get();
        NodeType node = type.get();
        if (!machine.limits()) {
            notes.accept("Approximated: this engine holds containers to no limits, so a node has what its machine has, "
                    + machine.cpus() + " cores and " + gib(machine.memoryBytes()) + ", and not what node type ["
                    + node.id() + "] has.");
            return new NodeLaunch.Resources(OptionalLong.empty(), OptionalLong.empty(), imageUser);
        }
        if (node.cores() > machine.cpus()) {
            notes.accept(approximated(node.id(), node.cores() + " cores", machine.cpus() + " cores"));
        }
        if (node.memoryBytes() > machine.memoryBytes()) {
            notes.accept(approximated(node.id(), gib(node.memoryBytes()), gib(machine.memoryBytes())));
        }
        return NodeLaunch.Resources.of(type, machine.cpus(), machine.memoryBytes(), imageUser);
    }

    private static String approximated(String id, String wanted, String here) {
        return "Approximated: node type [" + id + "] has " + wanted + ", this engine's machine has " + here
                + ", so the container is limited to that.";
    }

    private static String gib(long bytes) {
        // a formatter loads Java's locales, which a launch would wait for
        return Math.round(bytes * 10.0 / (1L << 30)) / 10.0 + " GiB of memory";
    }
}
