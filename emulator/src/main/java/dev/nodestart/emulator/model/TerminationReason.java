package dev.nodestart.emulator.model;

import java.util.Map;

/**
 * Why a cluster ended, in the API's own shape (clusters-api.md §3).
 *
 * @param code such as {@code INIT_SCRIPT_FAILURE}
 * @param type who is to blame
 * @param parameters such as {@code instance_id} and {@code databricks_error_message}, in the order of the message
 */
public record TerminationReason(String code, TerminationType type, Map<String, String> parameters) {}
