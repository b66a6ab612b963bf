package dev.nodestart.gpu;

import dev.nodestart.conformance.CheckResult;
import dev.nodestart.conformance.CheckSuite;
import dev.nodestart.conformance.Policy;
import dev.nodestart.conformance.Selection;
import dev.nodestart.conformance.Verifier;
import dev.nodestart.conformance.VerifyOptions;
import dev.nodestart.conformance.VerifyResult;
import dev.nodestart.conformance.facts.GpuLevel;
import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.gpu.GpuWish;
import dev.nodestart.emulator.launch.ClusterLauncher;
import dev.nodestart.emulator.launch.EngineAccess;
import dev.nodestart.emulator.launch.LaunchFlags;
import dev.nodestart.emulator.launch.LaunchListener;
import dev.nodestart.emulator.launch.LaunchPlan;
import dev.nodestart.emulator.launch.LaunchPlanner;
import dev.nodestart.emulator.launch.LaunchRequest;
import dev.nodestart.emulator.launch.LaunchedCluster;
import dev.nodestart.emulator.launch.Limits;
import dev.nodestart.emulator.launch.PullPolicy;
import dev.nodestart.emulator.secret.SecretReader;
import dev.nodestart.emulator.spec.Overrides;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** An image on an engine, launched and judged by the GPU suite alone, as {@code verify --require gpu --only gpu} does it. */
final class GpuRun {
    private final Engine engine;
    private final LaunchRequest request;
    private final GpuLevel level;
    private final List<CheckSuite> suites = new ArrayList<>();

    /**
     * Plans it.
     *
     * @param script an init script, such as one that makes stand-ins for device nodes
     * @param runs where the recording goes
     */
    GpuRun(Engine engine, String image, GpuWish wish, GpuLevel level, Optional<Path> script, Path runs)
            throws IOException {
        this.engine = engine;
        this.level = level;
        String spec = Files.readString(Path.of("..", "corpus", "base", "cluster.json"))
                .replace("${IMAGE}", image);
        LaunchFlags flags = new LaunchFlags(
                Optional.of(spec),
                Overrides.none(),
                List.of(),
                List.of(),
                List.of(),
                script.stream().toList(),
                Optional.empty(),
                PullPolicy.NEVER,
                Limits.DEFAULT,
                runs,
                false,
                Optional.empty());
        if (!(new LaunchPlanner(SecretReader.system()).plan(flags.withGpu(wish)) instanceof LaunchPlan.Ready ready)) {
            throw new AssertionError("The spec of [" + image + "] is refused.");
        }
        this.request = ready.request();
        CheckSuite.installed().stream().filter(GpuSuite.class::isInstance).forEach(suites::add);
        if (level == GpuLevel.FULL) {
            // as the command does it
            suites.add(new OtherNodes(access(), request));
        }
    }

    GpuRun with(CheckSuite more) {
        suites.add(more);
        return this;
    }

    VerifyResult verify() throws InterruptedException {
        VerifyOptions options = new VerifyOptions(Selection.all(), Policy.none(), Optional.of("gpu"), level);
        try (LaunchedCluster cluster = launch()) {
            return new Verifier(suites, options, Clock.systemUTC()).verify(cluster);
        }
    }

    /** The launch alone, without a judgement. */
    LaunchedCluster launch() throws InterruptedException {
        return new ClusterLauncher(access(), Clock.systemUTC(), new Random()).launch(request, LaunchListener.NONE);
    }

    static CheckResult check(VerifyResult result, String number) {
        return result.checks().stream()
                .filter(check -> check.check().id().equals("GPU-" + number))
                .findFirst()
                .orElseThrow();
    }

    private EngineAccess access() {
        return new EngineAccess(engine, engine.address(), Optional.empty());
    }
}
