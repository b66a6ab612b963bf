package dev.nodestart.cli;

import dev.nodestart.emulator.launch.LaunchFlags;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The flags that say what is launched. */
final class LaunchOptions {
    @Parameters(
            arity = "0..1",
            paramLabel = "IMAGE",
            description = "The image, as docker names it. Without it, the spec's own.")
    @Nullable
    String image;

    @Option(names = "--dbr", paramLabel = "LINE", description = "Databricks Runtime line, such as 15.4 (the default).")
    @Nullable
    String dbr;

    @Mixin
    ClusterOptions cluster = new ClusterOptions();

    /** Whether anything says which image is meant. */
    boolean namesAnImage() {
        return image != null || cluster.spec != null;
    }

    LaunchFlags flags(Optional<Sample> sample, Path runs, boolean detached, Optional<Duration> timeToLive) {
        return cluster.flags(
                sample.map(Sample::tag).or(() -> Optional.ofNullable(image)),
                Optional.ofNullable(dbr).or(() -> sample.map(Sample::line)),
                sample.map(Sample::environment).orElse(Map.of()),
                runs,
                detached,
                timeToLive);
    }

    /**
     * The image that is used when none is named.
     *
     * @param tag its name
     * @param line its runtime line
     * @param environment the variables that it needs
     */
    record Sample(String tag, String line, Map<String, String> environment) {}
}
