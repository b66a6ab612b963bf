package dev.nodestart.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nodestart.emulator.launch.ClusterRun;
import java.util.List;
import java.util.Locale;

/** Runs in JSON; {@code launch --json} names the same things alike. */
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
}
