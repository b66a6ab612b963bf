package dev.nodestart.emulator.launch;

import dev.nodestart.emulator.runtime.NodeType;
import dev.nodestart.emulator.runtime.NodeTypes;
import dev.nodestart.emulator.runtime.RuntimeChoice;
import dev.nodestart.emulator.runtime.RuntimeDescriptor;
import dev.nodestart.emulator.runtime.Runtimes;
import dev.nodestart.emulator.runtime.SparkVersionKey;
import dev.nodestart.emulator.runtime.SparkVersionKey.Variant;
import dev.nodestart.emulator.spec.PlatformData;
import java.util.Map;
import java.util.Optional;

/**
 * What the rules of the create call ask of the data files.
 *
 * @param runtimes the runtime lines
 * @param nodeTypes the node types
 */
record KnownPlatform(Runtimes runtimes, NodeTypes nodeTypes) implements PlatformData {
    private static final Map<Variant, RuntimeKind> KINDS = Map.of(
            Variant.PHOTON, RuntimeKind.PHOTON,
            Variant.ML, RuntimeKind.ML,
            Variant.GPU_ML, RuntimeKind.ML,
            Variant.GPU, RuntimeKind.GPU,
            Variant.HLS, RuntimeKind.GENOMICS,
            Variant.LIGHT, RuntimeKind.LIGHT,
            Variant.AARCH64, RuntimeKind.AARCH64);

    @Override
    public Optional<RuntimeKey> runtime(String sparkVersion) {
        return runtimes.choose(sparkVersion)
                .map(choice ->
                        new RuntimeKey(kind(choice.key()), choice.descriptor().condaSupported(), choice.warning()));
    }

    /** What keeps a runtime from taking an image decides; photon alone does not. */
    private static RuntimeKind kind(SparkVersionKey key) {
        return key.variants().stream()
                .filter(variant -> !variant.takesImage())
                .findFirst()
                .or(() -> key.variants().stream().filter(KINDS::containsKey).findFirst())
                .map(variant -> KINDS.getOrDefault(variant, RuntimeKind.STANDARD))
                .orElse(RuntimeKind.STANDARD);
    }

    @Override
    public Optional<String> sparkVersion(String line) {
        return runtimes.find(line)
                .map(found -> line + ".x-scala" + found.scala().get(0));
    }

    @Override
    public Optional<NodeType> nodeType(String id) {
        return nodeTypes.find(id);
    }

    Optional<RuntimeDescriptor> descriptor(String sparkVersion) {
        return runtimes.choose(sparkVersion).map(RuntimeChoice::descriptor);
    }
}
