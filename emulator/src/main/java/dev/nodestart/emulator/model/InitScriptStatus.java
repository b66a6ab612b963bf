package dev.nodestart.emulator.model;

/** The API's status of an init script (dcs.md §5). */
public enum InitScriptStatus {
    UNKNOWN,
    SUCCEEDED,
    FAILED_EXECUTION,
    FAILED_FETCH,
    NOT_EXECUTED,
    SKIPPED,
    FUSE_MOUNT_FAILED
}
