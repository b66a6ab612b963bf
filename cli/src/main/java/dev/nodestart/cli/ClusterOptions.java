package dev.nodestart.cli;

import dev.nodestart.emulator.gpu.GpuWish;
import dev.nodestart.emulator.launch.Fault;
import dev.nodestart.emulator.launch.LaunchExtras;
import dev.nodestart.emulator.launch.LaunchFlags;
import dev.nodestart.emulator.launch.Limits;
import dev.nodestart.emulator.launch.PullPolicy;
import dev.nodestart.emulator.spec.Overrides;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags that say what is launched, apart from the image and the runtime line. */
final class ClusterOptions {
    @Option(
            names = "--spec",
            paramLabel = "FILE|-",
            description = "JSON of the Clusters API's create call; - reads standard input.")
    @Nullable
    String spec;

    @Option(names = "--workers", paramLabel = "N", description = "Number of workers beside the driver.")
    @Nullable
    Integer workers;

    @Option(names = "--env", paramLabel = "NAME=VALUE", description = "Adds to spark_env_vars. May be repeated.")
    List<String> env = new ArrayList<>();

    @Option(names = "--conf", paramLabel = "KEY=VALUE", description = "Adds to spark_conf. May be repeated.")
    List<String> conf = new ArrayList<>();

    @Option(
            names = "--init-script",
            paramLabel = "FILE",
            description = "Runs a script of this machine as a cluster-scoped init script. May be repeated.")
    List<String> initScripts = new ArrayList<>();

    @Option(
            names = "--global-init-script",
            paramLabel = "FILE",
            description = "Runs a script, or all of a folder, as global init scripts, before the others.")
    List<Path> globalScripts = new ArrayList<>();

    @Option(
            names = "--map",
            paramLabel = "SCHEME:/PREFIX=DIR",
            description = "Where files of a workspace, DBFS, volume or bucket are on this machine, such as"
                    + " workspace:/Shared=./scripts or s3://bucket=./s3.")
    List<String> maps = new ArrayList<>();

    @Option(
            names = "--secret",
            paramLabel = "SCOPE/KEY=env:NAME|file:PATH",
            description = "The value behind {{secrets/SCOPE/KEY}}.")
    List<String> secrets = new ArrayList<>();

    @Option(names = "--allow", paramLabel = "RULE", description = "Makes the breach of a rule a warning.")
    List<String> allow = new ArrayList<>();

    @Option(
            names = "--pull",
            paramLabel = "always|missing|never",
            description = "When the image is pulled; missing by default.")
    PullPolicy pull = PullPolicy.MISSING;

    @Option(
            names = "--descriptors",
            paramLabel = "DIR",
            description = "Runtime lines, node types, GPUs and drivers of your own, beside the built-in ones.")
    @Nullable
    Path descriptors;

    @Option(
            names = "--runtime-tree",
            paramLabel = "DIR",
            description = "Parts of a real runtime, such as DIR/jars or DIR/spark/jars: what lies in the folder is laid"
                    + " over /databricks, read-only, and costs nothing however large it is.")
    @Nullable
    Path runtimeTree;

    @Option(
            names = "--init-timeout",
            paramLabel = "SECONDS",
            description = "Longest time for one init script; 1200 by default.")
    @Nullable
    Integer initTimeout;

    @Option(
            names = "--spark-timeout",
            paramLabel = "SECONDS",
            description = "Longest time from the start scripts to a healthy driver; 90 by default.")
    @Nullable
    Integer sparkTimeout;

    @Option(
            names = "--gpus",
            paramLabel = "all|N|UUID,…",
            description = "The GPUs that each node gets; without it, as many as its node type has.")
    @Nullable
    String gpus;

    @Option(
            names = "--gpu-way",
            paramLabel = "auto|hook|runtime|cdi|explicit",
            description = "How a node gets its GPUs; the best that the engine offers (auto) by default.")
    @Nullable
    String gpuWay;

    @Option(names = "--keep", description = "Keeps a failed cluster on the engine, to be looked at.")
    boolean keep;

    @Option(
            names = "--trace-scripts",
            description = "Compares all files before and after each init script, for [nodestart analyze show]; costs"
                    + " some tenths of a second a script.")
    boolean traceScripts;

    @Option(
            names = "--inject",
            paramLabel = "FAULT[@STAGE]",
            description = "Makes something go wrong, to see what it looks like: registry:STATUS, registry:stall,"
                    + " disk-full, no-dns, slow-start=SECONDS, kill-node. May be repeated; reports say that it was asked"
                    + " for.")
    List<String> inject = new ArrayList<>();

    /**
     * The launch that the flags describe.
     *
     * @param image the image; empty where the spec names it
     * @param line the runtime line; empty where the spec names it, or the default is meant
     * @param first variables that the flags come on top of
     */
    LaunchFlags flags(
            Optional<String> image,
            Optional<String> line,
            Map<String, String> first,
            Path runs,
            boolean detached,
            Optional<Duration> timeToLive) {
        Overrides overrides = new Overrides(
                image,
                line,
                workers == null ? OptionalInt.empty() : OptionalInt.of(workers),
                environment(first),
                conf,
                initScripts);
        LaunchFlags plain = new LaunchFlags(
                Optional.ofNullable(spec).map(ClusterOptions::read),
                overrides,
                allow,
                secrets,
                maps,
                globalScripts,
                Optional.ofNullable(descriptors),
                pull,
                limits(),
                runs,
                detached,
                timeToLive);
        LaunchFlags flags = plain.with(new LaunchExtras(
                traceScripts, faults(), GpuWish.parse(Optional.ofNullable(gpus), Optional.ofNullable(gpuWay))));
        return runtimeTree == null ? flags : flags.withRuntimeTree(runtimeTree);
    }

    private List<Fault> faults() {
        try {
            return inject.stream().map(Fault::parse).toList();
        } catch (IllegalArgumentException e) {
            throw CliFailure.badInput(String.valueOf(e.getMessage()));
        }
    }

    private List<String> environment(Map<String, String> first) {
        List<String> all = new ArrayList<>();
        first.forEach((name, value) -> all.add(name + "=" + value));
        all.addAll(env);
        return all;
    }

    private Limits limits() {
        Limits limits = Limits.DEFAULT;
        if (initTimeout != null) {
            limits = limits.withInitScript(seconds("--init-timeout", initTimeout));
        }
        if (sparkTimeout != null) {
            limits = limits.withSpark(seconds("--spark-timeout", sparkTimeout));
        }
        return limits;
    }

    private static Duration seconds(String flag, int value) {
        if (value < 1) {
            throw CliFailure.badInput(flag + " takes a number of seconds from 1 on, not [" + value + "].");
        }
        return Duration.ofSeconds(value);
    }

    private static String read(String file) {
        try {
            byte[] bytes = file.equals("-") ? System.in.readAllBytes() : Files.readAllBytes(Path.of(file));
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw CliFailure.badInput("The spec [" + file + "] does not exist.");
        } catch (IOException e) {
            throw CliFailure.badInput("The spec [" + file + "] cannot be read: " + e.getMessage() + ".");
        }
    }
}
