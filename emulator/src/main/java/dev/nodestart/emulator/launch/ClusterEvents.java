package dev.nodestart.emulator.launch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nodestart.emulator.model.ClusterEvent;
import dev.nodestart.emulator.model.InitScriptRun;
import dev.nodestart.emulator.model.TerminationReason;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Emits cluster events in the API's own shape (clusters-api.md §2.2). Safe for use by many threads. */
final class ClusterEvents {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final String clusterId;
    private final Clock clock;
    private final LaunchListener listener;
    private final List<ClusterEvent> events = new ArrayList<>();

    ClusterEvents(String clusterId, Clock clock, LaunchListener listener) {
        this.clusterId = clusterId;
        this.clock = clock;
        this.listener = listener;
    }

    void creating(ObjectNode attributes, int workers) {
        ObjectNode details = JSON.objectNode();
        details.putObject("cluster_size").put("num_workers", workers);
        details.set("attributes", attributes);
        emit("CREATING", details);
    }

    void initScriptsStarted(List<PlannedScript> scripts) {
        ObjectNode details = JSON.objectNode();
        ObjectNode lists = details.putObject("init_scripts");
        ArrayNode global = lists.putArray("global");
        ArrayNode cluster = lists.putArray("cluster");
        for (PlannedScript script : scripts) {
            (script.global() ? global : cluster).add(location(script));
        }
        emit("INIT_SCRIPTS_STARTED", details);
    }

    /** Reports the scripts of one node, as the platform does (dcs.md §5). */
    void initScriptsFinished(String nodeIp, List<PlannedScript> scripts, List<InitScriptRun> runs) {
        ObjectNode details = JSON.objectNode();
        ObjectNode lists = details.putObject("init_scripts");
        lists.put("reported_for_node", nodeIp);
        ArrayNode global = lists.putArray("global");
        ArrayNode cluster = lists.putArray("cluster");
        for (int i = 0; i < runs.size(); i++) {
            InitScriptRun run = runs.get(i);
            ObjectNode item = location(scripts.get(i));
            item.put("status", run.status().name());
            item.put("execution_duration_seconds", (int)
                    Math.round(run.duration().toMillis() / 1000.0));
            run.error().ifPresent(error -> item.put("error_message", error));
            (run.global() ? global : cluster).add(item);
        }
        emit("INIT_SCRIPTS_FINISHED", details);
    }

    void running(int workers, int target) {
        ObjectNode details = JSON.objectNode();
        details.put("current_num_workers", workers).put("target_num_workers", target);
        emit("RUNNING", details);
    }

    void driverHealthy() {
        emit("DRIVER_HEALTHY", JSON.objectNode().put("driver_state_message", "Driver is healthy"));
    }

    void driverUnavailable(String message) {
        emit("DRIVER_UNAVAILABLE", JSON.objectNode().put("driver_state_message", message));
    }

    void terminating(TerminationReason reason, Optional<String> user) {
        ObjectNode details = JSON.objectNode();
        details.set("reason", reason(reason));
        user.ifPresent(name -> details.put("user", name));
        emit("TERMINATING", details);
    }

    static ObjectNode reason(TerminationReason reason) {
        ObjectNode json = JSON.objectNode();
        json.put("code", reason.code()).put("type", reason.type().name());
        ObjectNode parameters = json.putObject("parameters");
        reason.parameters().forEach(parameters::put);
        return json;
    }

    private static ObjectNode location(PlannedScript script) {
        ObjectNode item = JSON.objectNode();
        item.putObject(script.script().kind().key())
                .put("destination", script.script().destination());
        return item;
    }

    private void emit(String type, ObjectNode details) {
        ClusterEvent event = new ClusterEvent(clusterId, clock.instant(), type, details);
        synchronized (events) {
            events.add(event);
        }
        listener.event(event);
    }

    List<ClusterEvent> all() {
        synchronized (events) {
            return List.copyOf(events);
        }
    }
}
