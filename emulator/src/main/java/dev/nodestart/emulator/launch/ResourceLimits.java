package dev.nodestart.emulator.launch;

import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.engine.EngineInfo;
import dev.nodestart.emulator.runtime.NodeType;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Turns a node type into limits of a container, clamped to what the engine's machine has. */
final class ResourceLimits {
    private final Engine engine;
    private final LaunchBook book;
    private Optional<EngineInfo> info = Optional.empty();

    ResourceLimits(Engine engine, LaunchBook book) {
        this.engine = engine;
        this.book = book;
    }

    NodeLaunch.Resources of(Optional<NodeType> type, String imageUser) {
        if (type.isEmpty()) {
            return new NodeLaunch.Resources(OptionalLong.empty(), OptionalLong.empty(), imageUser);
        }
        // a known node type is the only reason to ask the engine for its size
        EngineInfo machine = info.orElseGet(engine::info);
        info = Optional.of(machine);
        NodeType node = type.get();
        if (node.cores() > machine.cpus()) {
            book.note(approximated(node.id(), node.cores() + " cores", machine.cpus() + " cores"));
        }
        if (node.memoryBytes() > machine.memoryBytes()) {
            book.note(approximated(node.id(), gib(node.memoryBytes()), gib(machine.memoryBytes())));
        }
        return NodeLaunch.Resources.of(type, machine.cpus(), machine.memoryBytes(), imageUser);
    }

    private static String approximated(String id, String wanted, String here) {
        return "Approximated: node type [" + id + "] has " + wanted + ", this engine's machine has " + here
                + ", so the container is limited to that.";
    }

    private static String gib(long bytes) {
        return String.format(Locale.ROOT, "%.1f GiB of memory", bytes / (double) (1L << 30));
    }
}
