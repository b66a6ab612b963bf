package dev.nodestart.emulator.launch;

import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.engine.EngineException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The network of one cluster: a private one, or the host's where the engine cannot make any.
 *
 * @param name its name on the engine
 * @param subnet its addresses, empty for the host's network
 */
record ClusterNetwork(String name, Optional<Subnet> subnet) {
    private static final int ATTEMPTS = 20;
    private static final String LOOPBACK = "127.0.0.1";

    /** What an engine says that may not make bridges: it runs in a container, or its kernel has none. */
    private static final List<String> NO_BRIDGE =
            List.of("operation not permitted", "operation not supported", "permission denied");

    /**
     * Makes the network on a subnet that no other network of the engine has.
     *
     * @param workers how many there are beside the driver: a driver alone can do without a private network
     */
    static ClusterNetwork create(
            Engine engine, RunIds ids, Map<String, String> labels, RandomGenerator random, int workers) {
        String name = "nodestart-" + ids.clusterId();
        for (int attempt = 1; ; attempt++) {
            Subnet subnet = Subnet.any(random);
            try {
                engine.networks().create(name, subnet.cidr(), labels);
                return new ClusterNetwork(name, Optional.of(subnet));
            } catch (EngineException e) {
                if (workers == 0 && cannotBridge(e.reason())) {
                    return new ClusterNetwork("host", Optional.empty());
                }
                // two launches may draw the same subnet at the same time
                if (attempt == ATTEMPTS || !isTaken(e)) {
                    throw e;
                }
            }
        }
    }

    static boolean cannotBridge(String reason) {
        String text = reason.toLowerCase(Locale.ROOT);
        return NO_BRIDGE.stream().anyMatch(text::contains);
    }

    /** The address of the node with this number; 0 is the driver. */
    String address(int node) {
        return subnet.map(some -> some.address(node)).orElse(LOOPBACK);
    }

    /** For the report. */
    String text() {
        return subnet.map(Subnet::cidr).orElse("the host's network");
    }

    /** What it differs in from the platform's, empty for a private network. */
    Optional<String> approximated() {
        return subnet.isPresent()
                ? Optional.empty()
                : Optional.of("Approximated: this engine can make no network, so the driver is on the host's, with the"
                        + " address " + LOOPBACK + ".");
    }

    private static boolean isTaken(EngineException e) {
        return e.reason().contains("overlaps") || e.reason().contains("already used");
    }
}
