package dev.nodestart.emulator.spec;

import dev.nodestart.emulator.runtime.NodeType;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A small platform for tests: lines 7.3, 15.4 and 17.3 and three node types. */
final class TestPlatform implements PlatformData {
    private static final Pattern KEY =
            Pattern.compile("(apache-spark-)?([0-9]+\\.[0-9]+)\\.x(-[a-z0-9-]+)?-scala2\\.1[0-3]");

    @Override
    public Optional<RuntimeKey> runtime(String sparkVersion) {
        Matcher key = KEY.matcher(sparkVersion);
        if (!key.matches()) {
            return Optional.empty();
        }
        RuntimeKind kind = key.group(1) != null
                ? RuntimeKind.LIGHT
                : switch (Optional.ofNullable(key.group(3)).orElse("")) {
                    case "-cpu-ml" -> RuntimeKind.ML;
                    case "-gpu-ml" -> RuntimeKind.GPU;
                    case "-hls" -> RuntimeKind.GENOMICS;
                    case "-aarch64" -> RuntimeKind.AARCH64;
                    case "-photon" -> RuntimeKind.PHOTON;
                    default -> RuntimeKind.STANDARD;
                };
        boolean known = sparkVersion(key.group(2)).isPresent();
        return Optional.of(new RuntimeKey(
                kind,
                key.group(2).equals("7.3"),
                known || kind == RuntimeKind.LIGHT
                        ? Optional.empty()
                        : Optional.of("Line [%s] is not known; [15.4] stands in for it.".formatted(key.group(2)))));
    }

    @Override
    public Optional<String> sparkVersion(String line) {
        return switch (line) {
            case "7.3", "15.4" -> Optional.of(line + ".x-scala2.12");
            case "17.3" -> Optional.of("17.3.x-scala2.13");
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<NodeType> nodeType(String id) {
        return switch (id) {
            case "i3.xlarge", "Standard_DS3_v2", "m4.xlarge" ->
                Optional.of(new NodeType(id, 4, 30L << 30, 950L << 30, 0, "", "amd64"));
            case "m6gd.large" -> Optional.of(new NodeType(id, 2, 8L << 30, 118L << 30, 0, "", "arm64"));
            default -> Optional.empty();
        };
    }
}
