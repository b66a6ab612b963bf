package dev.nodestart.emulator.launch;

import dev.nodestart.emulator.registry.Credentials;
import dev.nodestart.emulator.runtime.NodeType;
import dev.nodestart.emulator.runtime.NodeTypes;
import dev.nodestart.emulator.runtime.Runtimes;
import dev.nodestart.emulator.script.GlobalInitScripts;
import dev.nodestart.emulator.script.PathMaps;
import dev.nodestart.emulator.script.ScriptFetch;
import dev.nodestart.emulator.script.ScriptSources;
import dev.nodestart.emulator.secret.MaskedSpec;
import dev.nodestart.emulator.secret.ResolvedSecrets;
import dev.nodestart.emulator.secret.SecretReader;
import dev.nodestart.emulator.secret.SecretStore;
import dev.nodestart.emulator.spec.AllowedRules;
import dev.nodestart.emulator.spec.ClusterSpec;
import dev.nodestart.emulator.spec.DockerImage;
import dev.nodestart.emulator.spec.InitScript;
import dev.nodestart.emulator.spec.SpecParser;
import dev.nodestart.emulator.spec.SpecProblem;
import dev.nodestart.emulator.spec.SpecResult;
import dev.nodestart.emulator.tree.RuntimeTree;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The first stage: turns what a user asks for into something that can be launched, or says all that is wrong with it. */
public final class LaunchPlanner {
    private final SecretReader secrets;

    /** Reads secrets through the given reader. */
    public LaunchPlanner(SecretReader secrets) {
        this.secrets = secrets;
    }

    /**
     * Plans a launch.
     *
     * @throws dev.nodestart.emulator.data.DataFileException where a data file of the user's is broken
     */
    public LaunchPlan plan(LaunchFlags flags) {
        long start = System.nanoTime();
        KnownPlatform platform = platform(flags.descriptors());
        AllowedRules allowed = AllowedRules.of(flags.allow());
        SpecParser parser = new SpecParser(platform, allowed);
        SpecResult parsed = flags.spec()
                .map(json -> parser.parse(json, flags.overrides()))
                .orElseGet(() -> parser.build(flags.overrides()));
        PathMaps maps = PathMaps.of(flags.maps());
        GlobalInitScripts global = GlobalInitScripts.of(flags.globalScripts());
        SecretStore store = SecretStore.of(flags.secrets(), secrets);
        List<SpecProblem> problems = new ArrayList<>(parsed.problems());
        problems.addAll(maps.problems());
        problems.addAll(allowed.apply(global.problems()));
        Optional<RuntimeTree> tree = flags.runtimeTree().map(RuntimeTree::at);
        tree.map(RuntimeTree::problems).ifPresent(problems::addAll);
        if (!(parsed instanceof SpecResult.Valid valid)) {
            problems.addAll(store.problems());
            return new LaunchPlan.Refused(List.copyOf(problems));
        }
        ClusterSpec spec = valid.spec();
        ResolvedSecrets resolved = ResolvedSecrets.of(spec, store);
        ScriptSources sources = new ScriptSources(maps, flags.overrides().localScripts());
        problems.addAll(resolved.problems());
        problems.addAll(allowed.apply(sources.problems(spec)));
        Optional<String> image = spec.dockerImage().map(DockerImage::url);
        if (image.isEmpty() || problems.stream().anyMatch(SpecProblem::isError)) {
            return new LaunchPlan.Refused(List.copyOf(problems));
        }
        List<Looked> looked = spec.initScripts().stream()
                .map(script -> new Looked(script, sources.fetch(script)))
                .toList();
        Optional<NodeType> driver = spec.driverNodeTypeId().flatMap(platform::nodeType);
        Optional<NodeType> worker = spec.nodeTypeId().flatMap(platform::nodeType);
        LaunchRequest request = new LaunchRequest(
                spec,
                MaskedSpec.of(spec.raw(), resolved.mask()),
                resolved.sparkEnvVars(),
                resolved.sparkConf(),
                platform.descriptor(spec.sparkVersion()).orElseThrow(),
                driver,
                worker,
                scripts(global, looked),
                new ImageSource(
                        image.get(),
                        flags.pull(),
                        resolved.basicAuth().map(auth -> Credentials.basic(auth.username(), auth.password()))),
                limits(flags, driver, worker),
                resolved.mask()::mask,
                Duration.ofNanos(System.nanoTime() - start),
                Stream.of(
                                flags.extras().faults().stream().map(Fault::note),
                                problems.stream().map(SpecProblem::message),
                                notFetched(looked))
                        .flatMap(notes -> notes)
                        .toList(),
                flags.runs(),
                spec.logDestination().flatMap(maps::resolve),
                flags.detached(),
                flags.timeToLive(),
                tree,
                Surroundings.NONE,
                flags.extras());
        return new LaunchPlan.Ready(request, List.copyOf(problems));
    }

    /** The platform gives Spark more time on nodes with GPUs (dcs.md F11); a limit that was asked for stays. */
    private static Limits limits(LaunchFlags flags, Optional<NodeType> driver, Optional<NodeType> worker) {
        boolean gpus = flags.extras().gpu().request().isPresent()
                || Stream.concat(driver.stream(), worker.stream()).anyMatch(type -> type.gpus() > 0);
        return gpus && flags.limits().spark().equals(Limits.DEFAULT.spark())
                ? flags.limits().withSpark(Limits.SPARK_WITH_GPUS)
                : flags.limits();
    }

    private static KnownPlatform platform(Optional<Path> descriptors) {
        return new KnownPlatform(
                descriptors.map(Runtimes::with).orElseGet(Runtimes::builtIn),
                descriptors.map(NodeTypes::with).orElseGet(NodeTypes::builtIn));
    }

    private record Looked(InitScript script, ScriptFetch fetch) {}

    /** Where a script was looked for on this machine: the platform's own words name only its place there. */
    private static Stream<String> notFetched(List<Looked> looked) {
        return looked.stream()
                .flatMap(one -> one.fetch() instanceof ScriptFetch.Failed failed
                        ? Stream.of("Init script [" + one.script().destination() + "] could not be read. "
                                + failed.advice())
                        : Stream.empty());
    }

    private static List<PlannedScript> scripts(GlobalInitScripts global, List<Looked> looked) {
        Stream<PlannedScript> first = global.scripts().stream()
                .map(script -> new PlannedScript(
                        true,
                        new InitScript(InitScript.Kind.WORKSPACE, script.name()),
                        Optional.of(script.content()),
                        Optional.empty()));
        Stream<PlannedScript> then = looked.stream()
                .map(one -> new PlannedScript(
                        false,
                        one.script(),
                        one.fetch() instanceof ScriptFetch.Fetched fetched
                                ? Optional.of(fetched.content())
                                : Optional.empty(),
                        one.fetch() instanceof ScriptFetch.Failed failed
                                ? Optional.of(failed.message())
                                : Optional.empty()));
        return Stream.concat(first, then).toList();
    }
}
