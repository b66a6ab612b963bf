package org.apache.spark.deploy.master;

import dev.nodestart.node.Registry;

/** The standalone master's main class, as Spark names it (dcs.md §4.4). */
public final class Master {
    private Master() {}

    /**
     * Listens for workers until the node ends.
     *
     * @param args {@code --ip IP --port PORT …}
     */
    public static void main(String[] args) {
        Registry.main(args);
    }
}
