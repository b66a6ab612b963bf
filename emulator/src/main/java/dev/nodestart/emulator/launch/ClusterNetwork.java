package dev.nodestart.emulator.launch;

import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.engine.EngineException;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The private network of one cluster.
 *
 * @param id the engine's id
 * @param name its name
 * @param subnet its addresses
 */
record ClusterNetwork(String id, String name, Subnet subnet) {
    private static final int ATTEMPTS = 20;

    /** Makes the network on a subnet that no other network of the engine has. */
    static ClusterNetwork create(Engine engine, RunIds ids, Map<String, String> labels, RandomGenerator random) {
        String name = "nodestart-" + ids.clusterId();
        for (int attempt = 1; ; attempt++) {
            Subnet subnet = Subnet.any(random);
            try {
                return new ClusterNetwork(engine.networks().create(name, subnet.cidr(), labels), name, subnet);
            } catch (EngineException e) {
                // two launches may draw the same subnet at the same time
                if (attempt == ATTEMPTS || !isTaken(e)) {
                    throw e;
                }
            }
        }
    }

    private static boolean isTaken(EngineException e) {
        return e.reason().contains("overlaps") || e.reason().contains("already used");
    }
}
