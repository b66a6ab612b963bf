package dev.nodestart.emulator.launch;

import dev.nodestart.emulator.model.TerminationReason;
import dev.nodestart.emulator.model.TerminationType;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A termination reason with the state message that the API would show: a headline, then the parameters joined
 * (clusters-api.md §3).
 *
 * @param reason the API's object
 * @param stateMessage the API's sentence
 */
record Termination(TerminationReason reason, String stateMessage) {

    /** The driver went down while it started (dcs.md F01, F02). */
    static Termination driverDown(String cause) {
        return spark("SPARK_ERROR", "Spark error: Driver down cause: " + cause);
    }

    /** Spark's master or a worker did not start (dcs.md F17). */
    static Termination sparkDidNotStart(String what) {
        return spark("SPARK_STARTUP_FAILURE", "Spark failed to start: " + what);
    }

    /** Nothing was heard of the driver in time (dcs.md F11). */
    static Termination sparkTimedOut(Duration limit) {
        return sparkDidNotStart("Timed out after " + limit.toSeconds() + " seconds");
    }

    private static Termination spark(String code, String message) {
        return of(
                code,
                TerminationType.SERVICE_FAULT,
                "Spark encountered an error during startup",
                Map.of("databricks_error_message", message));
    }

    /** The container could not be made into a node (dcs.md F10, F16). */
    static Termination containerLaunch(String instanceId, String cause) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("instance_id", instanceId);
        parameters.put(
                "databricks_error_message",
                "Failed to launch spark container on instance " + instanceId + ". Exception: " + cause);
        return of("CONTAINER_LAUNCH_FAILURE", TerminationType.SERVICE_FAULT, "Container launch failed", parameters);
    }

    /** The engine refused to create the container (dcs.md F15). */
    static Termination containerCreation(String instanceId, String cause) {
        return withInstance(
                "DOCKER_CONTAINER_CREATION_EXCEPTION",
                TerminationType.CLIENT_ERROR,
                "Docker container creation failed",
                instanceId,
                cause);
    }

    /** The image was refused before or while it was pulled (dcs.md F12 to F14). */
    static Termination image(String code, String cause) {
        return of(
                code,
                TerminationType.CLIENT_ERROR,
                "Docker image could not be used",
                Map.of("databricks_error_message", cause));
    }

    /** An init script failed or could not be fetched (dcs.md §5). */
    static Termination initScript(boolean global, String destination, String instanceId, String cause) {
        String message = (global ? "Global" : "Cluster scoped") + " init script " + destination + " failed: " + cause;
        return withInstance(
                global ? "GLOBAL_INIT_SCRIPT_FAILURE" : "INIT_SCRIPT_FAILURE",
                TerminationType.CLIENT_ERROR,
                "Init scripts failed",
                instanceId,
                message);
    }

    private static Termination withInstance(
            String code, TerminationType type, String headline, String instanceId, String message) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("instance_id", instanceId);
        parameters.put("databricks_error_message", message);
        return of(code, type, headline, parameters);
    }

    private static Termination of(String code, TerminationType type, String headline, Map<String, String> parameters) {
        StringBuilder message = new StringBuilder(headline).append('.');
        String separator = " ";
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            message.append(separator).append(parameter.getKey()).append(": ").append(parameter.getValue());
            separator = ", ";
        }
        return new Termination(new TerminationReason(code, type, parameters), message.toString());
    }
}
