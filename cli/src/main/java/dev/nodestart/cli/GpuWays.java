package dev.nodestart.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nodestart.conformance.CheckRule;
import dev.nodestart.conformance.CheckSuite;
import dev.nodestart.conformance.facts.Trial;
import dev.nodestart.conformance.facts.TrialContext;
import dev.nodestart.emulator.data.JsonText;
import dev.nodestart.emulator.gpu.GpuOffer;
import dev.nodestart.emulator.gpu.GpuRequest;
import dev.nodestart.emulator.launch.ClusterLauncher;
import dev.nodestart.emulator.launch.EngineAccess;
import dev.nodestart.emulator.launch.EngineOffer;
import dev.nodestart.emulator.launch.LaunchListener;
import dev.nodestart.emulator.launch.LaunchRequest;
import dev.nodestart.emulator.launch.LaunchedCluster;
import dev.nodestart.emulator.model.GpuAccess;
import dev.nodestart.emulator.model.GpuWay;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.node.CellResult;
import dev.nodestart.emulator.node.RunningNode;
import dev.nodestart.gpu.probe.GpuProbe;
import dev.nodestart.gpu.probe.ProbeLevel;
import dev.nodestart.gpu.probe.ProbeOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * {@code --gpu-ways all}: launches once more by each other way that the host offers, and keeps what the probe says on
 * each for the check that compares them. It brings the trial alone; the check is the GPU suite's.
 */
final class GpuWays implements CheckSuite {
    /** Names the trial, whose result is the JSON of all ways. */
    static final String NAME = "gpu.ways";

    /** Identity and computing are compared, not memory. */
    private static final long MEMORY_MIB = 64;

    private final EngineAccess access;
    private final LaunchRequest request;

    GpuWays(EngineAccess access, LaunchRequest request) {
        this.access = access;
        this.request = request;
    }

    @Override
    public List<CheckRule> rules() {
        return List.of();
    }

    @Override
    public List<Trial> trials() {
        // the GPU's own lane: two programs on one device disturb each other
        return List.of(new Trial(NAME, "gpu", this::compare));
    }

    private CellResult compare(TrialContext context) {
        long start = System.nanoTime();
        ObjectNode json = Json.object();
        ArrayNode ways = json.putArray("ways");
        ObjectNode absent = json.putObject("not_offered");
        Optional<GpuWay> first = context.gpu().flatMap(GpuAccess::way);
        if (first.isPresent()) {
            GpuOffer offer = EngineOffer.of(access.engine(), request.extras().gpu());
            GpuRequest wanted = request.extras().gpu().request().orElseGet(GpuRequest.All::new);
            for (GpuWay way : GpuWay.values()) {
                Optional<String> reason = offer.against(way, wanted);
                if (reason.isPresent()) {
                    absent.put(way.reportName(), reason.get());
                } else if (way != first.get()) {
                    launch(way, offer.mustBeTried(way), ways, absent);
                }
            }
        }
        return CellResult.ok(JsonText.compact(json), Duration.ofNanos(System.nanoTime() - start));
    }

    private void launch(GpuWay way, boolean uncertain, ArrayNode ways, ObjectNode absent) {
        ClusterLauncher launcher = new ClusterLauncher(access, Clock.systemUTC(), new Random());
        try (LaunchedCluster cluster =
                launcher.launch(request.with(request.extras().gpu().by(way)), LaunchListener.NONE)) {
            Launch launch = cluster.launch();
            if (uncertain && launch.state() == Launch.State.INCONCLUSIVE) {
                absent.put(way.reportName(), launch.trouble().orElse(""));
                return;
            }
            ObjectNode one = ways.addObject().put("way", way.reportName());
            one.put("meaning", launch.gpu().map(GpuAccess::meaning).orElse(""));
            if (launch.state() != Launch.State.RUNNING) {
                one.put("error", launch.trouble().or(launch::stateMessage).orElse("the node did not start"));
                return;
            }
            try (RunningNode node = cluster.openDriver().orElseThrow()) {
                one.put(
                        "probe",
                        GpuProbe.run(node, ProbeOptions.of(ProbeLevel.QUICK).withMemoryCapMib(MEMORY_MIB)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The comparison of the ways was interrupted.", e);
        }
    }
}
