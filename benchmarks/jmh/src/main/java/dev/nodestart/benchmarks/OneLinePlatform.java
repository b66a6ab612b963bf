package dev.nodestart.benchmarks;

import dev.nodestart.emulator.runtime.NodeType;
import dev.nodestart.emulator.spec.PlatformData;
import java.util.Optional;

/** A platform of one runtime line and one node type. */
final class OneLinePlatform implements PlatformData {
    @Override
    public Optional<RuntimeKey> runtime(String sparkVersion) {
        return Optional.of(new RuntimeKey(RuntimeKind.STANDARD, false, Optional.empty()));
    }

    @Override
    public Optional<String> sparkVersion(String line) {
        return Optional.of(line + ".x-scala2.12");
    }

    @Override
    public Optional<NodeType> nodeType(String id) {
        return Optional.of(new NodeType(id, 2, 8L << 30, 75L << 30, 0, "", "amd64"));
    }
}
