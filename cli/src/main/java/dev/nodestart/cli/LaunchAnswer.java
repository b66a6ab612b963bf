package dev.nodestart.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.model.NodeInfo;
import java.util.Locale;

/** What {@code launch --json} prints. */
final class LaunchAnswer {
    private LaunchAnswer() {}

    static ObjectNode json(Launch launch) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("run_id", launch.runId());
        json.put("cluster_id", launch.clusterId());
        json.put("state", launch.state().name());
        launch.stateMessage().ifPresent(message -> json.put("state_message", message));
        launch.trouble().ifPresent(trouble -> json.put("trouble", trouble));
        launch.termination().ifPresent(reason -> {
            ObjectNode termination = json.putObject("termination_reason");
            termination.put("code", reason.code()).put("type", reason.type().name());
            ObjectNode parameters = termination.putObject("parameters");
            reason.parameters().forEach(parameters::put);
        });
        json.put("spark_version", launch.sparkVersion());
        ArrayNode nodes = json.putArray("nodes");
        for (NodeInfo node : launch.nodes()) {
            nodes.addObject()
                    .put("name", node.name())
                    .put("role", node.role().name().toLowerCase(Locale.ROOT))
                    .put("container_id", node.containerId())
                    .put("ip", node.ip())
                    .put("host_name", node.hostName());
        }
        json.put("recording", launch.recording().toString());
        return json;
    }
}
