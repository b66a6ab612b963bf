package dev.nodestart.conformance.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.emulator.engine.Engine;
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
import dev.nodestart.emulator.testing.TestEngine;
import dev.nodestart.emulator.testing.TestImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Questions that were asked while the driver started are not asked again; those that could not be, are. */
@ExtendWith(TestEngine.class)
class EarlyFactsIT {
    private static final Question EARLY = new Question(
            "test.early", "echo asked >>/tmp/early; while read -r line; do echo $line; done </tmp/early", 20, true);
    private static final Question LATE = new Question("test.late", "echo late", 20);

    private final EngineAccess access;
    private final LaunchRequest request;

    EarlyFactsIT(Engine engine, TestImages images, @TempDir Path runs) throws IOException {
        access = new EngineAccess(engine, engine.address(), Optional.empty());
        String spec = Files.readString(Path.of("..", "corpus", "base", "cluster.json"))
                .replace("${IMAGE}", images.whole());
        LaunchPlan plan = new LaunchPlanner(SecretReader.system())
                .plan(new LaunchFlags(
                        Optional.of(spec),
                        Overrides.none(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        PullPolicy.NEVER,
                        Limits.DEFAULT,
                        runs,
                        false,
                        Optional.empty()));
        request = ((LaunchPlan.Ready) plan).request();
    }

    @Test
    void whatWasAskedWhileTheDriverStartedIsNotAskedAgain() throws InterruptedException {
        EarlyFacts early = early();

        assertThat(gathered(early, early)).containsEntry("test.early", "asked").containsEntry("test.late", "late");
    }

    @Test
    void whatWasNotAskedWhileTheDriverStartedIsAskedThen() throws InterruptedException {
        assertThat(gathered(LaunchListener.NONE, early()))
                .containsEntry("test.early", "asked")
                .containsEntry("test.late", "late");
    }

    private EarlyFacts early() {
        return new EarlyFacts(
                access, FactGatherer.variables(request.runtime(), request.echo()), () -> List.of(EARLY, LATE));
    }

    private Map<String, String> gathered(LaunchListener listener, EarlyFacts early) throws InterruptedException {
        ClusterLauncher launcher = new ClusterLauncher(access, Clock.systemUTC(), new Random());
        try (LaunchedCluster cluster = launcher.launch(request, listener)) {
            Probe probe = new Probe(cluster.launch().runId(), FactGatherer.variables(request.runtime()));
            Facts facts = new FactGatherer(probe, GpuLevel.QUICK)
                    .gather(cluster, List.of(EARLY, LATE), List.of(), Optional.of(early));

            assertThat(facts.gaps()).isEmpty();
            return Map.of(
                    "test.early", facts.asked("test.early").orElseThrow().out(),
                    "test.late", facts.asked("test.late").orElseThrow().out());
        }
    }
}
