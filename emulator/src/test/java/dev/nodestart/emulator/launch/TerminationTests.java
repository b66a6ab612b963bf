package dev.nodestart.emulator.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.emulator.model.TerminationType;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The exact texts of terminations (clusters-api.md §3, dcs.md §6). */
class TerminationTests {
    private static void says(Termination termination, String code, TerminationType type, String message) {
        assertThat(termination.reason().code()).isEqualTo(code);
        assertThat(termination.reason().type()).isEqualTo(type);
        assertThat(termination.stateMessage()).isEqualTo(message);
    }

    @Test
    void driverDown() {
        says(
                Termination.driverDown("java.io.IOException: x"),
                "SPARK_ERROR",
                TerminationType.SERVICE_FAULT,
                "Spark encountered an error during startup. databricks_error_message:"
                        + " Spark error: Driver down cause: java.io.IOException: x");
    }

    @Test
    void sparkTimedOut() {
        says(
                Termination.sparkTimedOut(Duration.ofSeconds(90)),
                "SPARK_STARTUP_FAILURE",
                TerminationType.SERVICE_FAULT,
                "Spark encountered an error during startup. databricks_error_message:"
                        + " Spark failed to start: Timed out after 90 seconds");
    }

    @Test
    void containerLaunch() {
        says(
                Termination.containerLaunch("i-1", "no shell"),
                "CONTAINER_LAUNCH_FAILURE",
                TerminationType.SERVICE_FAULT,
                "Container launch failed. instance_id: i-1, databricks_error_message: Failed to launch spark container"
                        + " on instance i-1. Exception: no shell");
    }

    @Test
    void containerCreation() {
        says(
                Termination.containerCreation("i-1", "bad"),
                "DOCKER_CONTAINER_CREATION_EXCEPTION",
                TerminationType.CLIENT_ERROR,
                "Docker container creation failed. instance_id: i-1, databricks_error_message: bad");
    }

    @Test
    void image() {
        says(
                Termination.image("DOCKER_IMAGE_PULL_FAILURE", "gone"),
                "DOCKER_IMAGE_PULL_FAILURE",
                TerminationType.CLIENT_ERROR,
                "Docker image could not be used. databricks_error_message: gone");
    }

    @Test
    void initScripts() {
        says(
                Termination.initScript(true, "a.sh", "i-1", "Script exit status is non-zero"),
                "GLOBAL_INIT_SCRIPT_FAILURE",
                TerminationType.CLIENT_ERROR,
                "Init scripts failed. instance_id: i-1, databricks_error_message:"
                        + " Global init script a.sh failed: Script exit status is non-zero");
        says(
                Termination.initScript(false, "/Shared/a.sh", "i-1", "x"),
                "INIT_SCRIPT_FAILURE",
                TerminationType.CLIENT_ERROR,
                "Init scripts failed. instance_id: i-1, databricks_error_message:"
                        + " Cluster scoped init script /Shared/a.sh failed: x");
    }
}
