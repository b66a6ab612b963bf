package dev.nodestart.emulator.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * One cluster event in the API's own vocabulary (clusters-api.md §2.2).
 *
 * @param clusterId the cluster
 * @param timestamp when it happened
 * @param type such as {@code INIT_SCRIPTS_FINISHED}
 * @param details the API's {@code details} object
 */
public record ClusterEvent(String clusterId, Instant timestamp, String type, ObjectNode details) {}
