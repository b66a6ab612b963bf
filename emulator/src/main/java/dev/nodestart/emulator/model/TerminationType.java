package dev.nodestart.emulator.model;

/** Who is to blame for a termination (clusters-api.md §3). */
public enum TerminationType {
    SUCCESS,
    CLIENT_ERROR,
    SERVICE_FAULT,
    CLOUD_FAILURE
}
