package org.apache.spark.deploy.worker;

import dev.nodestart.node.Registration;

/** The standalone worker's main class, as Spark names it (dcs.md §4.4). */
public final class Worker {
    private Worker() {}

    /**
     * Registers with the master and stays until the master goes.
     *
     * @param args {@code --host IP --cores N … spark://IP:PORT}
     */
    public static void main(String[] args) {
        Registration.main(args);
    }
}
