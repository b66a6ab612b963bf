package dev.nodestart.conformance.testing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nodestart.emulator.model.ClusterEvent;
import dev.nodestart.emulator.model.ImageInfo;
import dev.nodestart.emulator.model.InitScriptRun;
import dev.nodestart.emulator.model.InitScriptStatus;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.model.NodeInfo;
import dev.nodestart.emulator.model.NodeRole;
import dev.nodestart.emulator.model.OverlayEntry;
import dev.nodestart.emulator.model.Stage;
import dev.nodestart.emulator.model.StageOutcome;
import dev.nodestart.emulator.model.StageRun;
import dev.nodestart.emulator.model.TerminationReason;
import dev.nodestart.emulator.model.TerminationType;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Launches for tests: one that runs, one that does not boot, one of which nothing is known. */
public final class Launches {

    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
    private static final String CLUSTER = "1122-100000-abcdefgh";

    private Launches() {}

    public static Launch running(int workers) {
        List<StageRun> stages = new ArrayList<>(cluster());
        List<NodeInfo> nodes = nodes(workers);
        nodes.forEach(node -> stages.addAll(
                start(node.name(), StageOutcome.OK, "").subList(0, node.role() == NodeRole.DRIVER ? 6 : 5)));
        return launch(Launch.State.RUNNING, nodes, stages);
    }

    public static Launch withLine(String line, String sparkVersion, ObjectNode spec) {
        Launch launch = running(0);
        return new Launch(
                launch.runId(),
                launch.clusterId(),
                START,
                spec,
                sparkVersion,
                line,
                launch.image(),
                launch.state(),
                launch.termination(),
                launch.stateMessage(),
                launch.trouble(),
                launch.nodes(),
                launch.stages(),
                launch.events(),
                launch.initScripts(),
                launch.overlay(),
                launch.notes(),
                launch.recording());
    }

    public static Launch withImage(Launch launch, ImageInfo image) {
        return changed(launch, Optional.of(image), launch.overlay());
    }

    /** An image with these variables, none of whose files meets the runtime's. */
    public static Launch withEnv(Map<String, String> env) {
        return changed(running(0), Optional.of(image(env, Map.of())), List.of());
    }

    public static Launch withOverlay(List<OverlayEntry> overlay) {
        return changed(running(0), running(0).image(), overlay);
    }

    private static Launch changed(Launch launch, Optional<ImageInfo> image, List<OverlayEntry> overlay) {
        return new StageRun(node, stage, START.plusMillis(startMillis), Duration.ofMillis(millis), outcome, detail);
    }
}
