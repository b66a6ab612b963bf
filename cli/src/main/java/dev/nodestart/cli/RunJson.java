package dev.nodestart.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nodestart.emulator.launch.ClusterRun;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.model.NodeInfo;
import java.util.List;
import java.util.Locale;

/** Runs in JSON: {@code ps --json} and {@code launch --json} say the same of a run. */
final class RunJson {
    private RunJson() {}

    /** Runs as a document. */
    static ObjectNode runs(List<ClusterRun> runs) {
        ObjectNode document = Json.object();
        ArrayNode array = document.putArray("runs");
        runs.forEach(run -> array.add(run(run)));
        return document;
    }

    private static ObjectNode run(ClusterRun run) {
        ObjectNode json = Json.object();
        json.put("run_id", run.runId());
        json.put("cluster_id", run.clusterId());
        json.put("state", run.state().name());
        json.put("image", run.image());
        json.put("spark_version", run.sparkVersion());
        json.put("user", run.user());
        json.put("detached", run.detached());
        json.put("started_at", run.created().toString());
        json.put("recording", run.recording().map(Object::toString).orElse(null));
        ArrayNode nodes = json.putArray("nodes");
        for (ClusterRun.Node node : run.nodes()) {
            ObjectNode entry = nodes.addObject();
            entry.put("name", node.name());
            entry.put("role", node.role().name().toLowerCase(Locale.ROOT));
            entry.put("container_id", node.containerId());
            entry.put("container_state", node.containerState());
            entry.put("ip", node.ip());
            entry.put("host_name", node.hostName());
        }
        return json;
    }

    /** A launch that has just ended, in the same words. */
    static ObjectNode launch(Launch launch, String image, boolean detached) {
        ObjectNode json = Json.object();
        json.put("run_id", launch.runId());
        json.put("cluster_id", launch.clusterId());
        json.put("state", launch.state().name());
        json.put("image", image);
        json.put("spark_version", launch.sparkVersion());
        json.put("detached", detached);
        json.put("started_at", launch.startedAt().toString());
        json.put("recording", launch.recording().toString());
        ArrayNode nodes = json.putArray("nodes");
        for (NodeInfo node : launch.nodes()) {
            ObjectNode entry = nodes.addObject();
            entry.put("name", node.name());
            entry.put("role", node.role().name().toLowerCase(Locale.ROOT));
            entry.put("container_id", node.containerId());
            entry.put("ip", node.ip());
            entry.put("host_name", node.hostName());
        }
        return json;
    }
}
