package dev.nodestart.emulator.model;

/** The two roles of a cluster's nodes. */
public enum NodeRole {
    DRIVER,
    WORKER
}
