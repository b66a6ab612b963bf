package dev.nodestart.conformance.corpus;

import dev.nodestart.conformance.CheckSuite;
import dev.nodestart.conformance.Policy;
import dev.nodestart.conformance.Selection;
import dev.nodestart.conformance.Verifier;
import dev.nodestart.conformance.VerifyOptions;
import dev.nodestart.conformance.facts.EarlyFacts;
import dev.nodestart.conformance.facts.GpuLevel;
import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.launch.ClusterLauncher;
import dev.nodestart.emulator.launch.EngineAccess;
import dev.nodestart.emulator.launch.LaunchFlags;
import dev.nodestart.emulator.launch.LaunchPlan;
import dev.nodestart.emulator.launch.LaunchPlanner;
import dev.nodestart.emulator.launch.LaunchedCluster;
import dev.nodestart.emulator.launch.PullPolicy;
import dev.nodestart.emulator.secret.SecretReader;
import dev.nodestart.emulator.spec.Overrides;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Runs a case as {@code nodestart verify} would, from the image's build to the diagnosis. */
final class CorpusRunner {
    private final Engine engine;
    private final CorpusImages images;
    private final Path runs;

    CorpusRunner(Engine engine, CorpusImages images, Path runs) {
        this.engine = engine;
        this.images = images;
        this.runs = runs;
    }

    CaseResult run(CorpusCase one) throws IOException, InterruptedException {
        if (one.registry().isPresent()) {
            try (CorpusRegistry registry = CorpusRegistry.open(one.registry().get())) {
                return verify(one, registry.image(), PullPolicy.ALWAYS);
            }
        }
        String image = images.make(one);
        try {
            return verify(one, image, PullPolicy.NEVER);
        } finally {
            images.remove(image);
        }
    }

    private CaseResult verify(CorpusCase one, String image, PullPolicy pull) throws IOException, InterruptedException {
        LaunchPlan plan = new LaunchPlanner(SecretReader.system()).plan(flags(one, image, pull));
        if (!(plan instanceof LaunchPlan.Ready ready)) {
            throw new AssertionError("The spec of [" + one + "] is refused: " + plan);
        }
        EngineAccess access = new EngineAccess(engine, engine.address(), Optional.empty());
        ClusterLauncher launcher = new ClusterLauncher(access, Clock.systemUTC(), new Random());
        VerifyOptions options = new VerifyOptions(Selection.all(), Policy.none(), one.require(), GpuLevel.QUICK);
        Verifier verifier = new Verifier(CheckSuite.installed(), options, Clock.systemUTC());
        EarlyFacts early = verifier.whileStarting(access, ready.request());
        try (LaunchedCluster cluster = launcher.launch(ready.request(), early)) {
            return CaseResult.of(one, verifier.verify(cluster, early));
        }
    }

    private LaunchFlags flags(CorpusCase one, String image, PullPolicy pull) throws IOException {
        Path spec = one.file("cluster.json").orElse(Corpus.FOLDER.resolve("base/cluster.json"));
        return new LaunchFlags(
                Optional.of(Files.readString(spec).replace("${IMAGE}", image)),
                Overrides.none(),
                List.of(),
                List.of(),
                one.file("scripts").map(scripts -> "workspace:/Shared=" + scripts).stream()
                        .toList(),
                one.file("global").stream().toList(),
                one.file("descriptors"),
                pull,
                one.limits(),
                runs.resolve(one.name()),
                false,
                Optional.empty());
    }
}
