package com.databricks.backend.daemon.driver;

import dev.nodestart.node.Driver;

/** The driver's main class, as the platform's process list names it (dcs.md §4.4). */
public final class DriverDaemon {
    private DriverDaemon() {}

    /**
     * Starts the stub driver; ends the JVM with a non-zero status when it cannot.
     *
     * @param args none are read
     */
    public static void main(String[] args) {
        Driver.main();
    }
}
