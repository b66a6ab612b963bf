package dev.nodestart.gpu;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nodestart.conformance.CheckRule;
import dev.nodestart.conformance.CheckSuite;
import dev.nodestart.conformance.facts.Trial;
import dev.nodestart.conformance.facts.TrialContext;
import dev.nodestart.emulator.data.JsonText;
import dev.nodestart.emulator.gpu.GpuRequest;
import dev.nodestart.emulator.gpu.GpuWish;
import dev.nodestart.emulator.launch.ClusterLauncher;
import dev.nodestart.emulator.launch.EngineAccess;
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
 * Launches the image twice more, with one GPU and with none, and keeps which devices those nodes see: for the check that
 * no node sees another's ({@code GPU-G32}). It brings the trial alone; the check is the GPU suite's.
 */
public final class OtherNodes implements CheckSuite {
    private final EngineAccess access;
    private final LaunchRequest request;

    /**
     * Prepares; nothing is launched before the checks are run.
     *
     * @param access the engine that runs the node under test
     * @param request how that was launched
     */
    public OtherNodes(EngineAccess access, LaunchRequest request) {
        this.access = access;
        this.request = request;
    }

    @Override
    public List<CheckRule> rules() {
        return List.of();
    }

    @Override
    public List<Trial> trials() {
        return List.of(new Trial(GpuCheck.RESTRICTED, GpuTrials.LANE, this::look));
    }

    private CellResult look(TrialContext context) {
        long start = System.nanoTime();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode nodes = json.putArray("nodes");
        Optional<GpuWay> way = context.gpu().flatMap(GpuAccess::way);
        if (way.isPresent()) {
            for (GpuRequest wanted : List.of(new GpuRequest.Count(1), new GpuRequest.None())) {
                GpuWish wish = request.extras().gpu();
                launch(new GpuWish(Optional.of(wanted), way, wish.driver()), nodes.addObject());
            }
        }
        return CellResult.ok(JsonText.compact(json), Duration.ofNanos(System.nanoTime() - start));
    }

    private void launch(GpuWish wish, ObjectNode node) {
        node.put("asked", wish.request().map(GpuRequest::text).orElse(""));
        ClusterLauncher launcher = new ClusterLauncher(access, Clock.systemUTC(), new Random());
        try (LaunchedCluster cluster = launcher.launch(request.with(wish), LaunchListener.NONE)) {
            Launch launch = cluster.launch();
            if (launch.state() != Launch.State.RUNNING) {
                node.put("error", launch.trouble().or(launch::stateMessage).orElse("the node did not start"));
                return;
            }
            try (RunningNode driver = cluster.openDriver().orElseThrow()) {
                node.put("probe", GpuProbe.run(driver, ProbeOptions.of(ProbeLevel.IDENTITY)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Looking at other nodes was interrupted.", e);
        }
    }
}
