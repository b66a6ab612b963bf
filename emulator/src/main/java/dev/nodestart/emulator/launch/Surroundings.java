package dev.nodestart.emulator.launch;

import java.util.List;
import java.util.Map;

/**
 * What the nodes of a cluster belong to beside their cluster: objects that somebody else made on the same engine.
 *
 * @param networks names or ids of networks that every node joins too, through a further interface
 * @param aliases further names of the driver on those networks
 * @param labels further labels on everything that the launch makes
 */
public record Surroundings(List<String> networks, List<String> aliases, Map<String, String> labels) {
    /** A cluster on its own, as on the platform. */
    public static final Surroundings NONE = new Surroundings(List.of(), List.of(), Map.of());

    public Surroundings {
        networks = List.copyOf(networks);
        aliases = List.copyOf(aliases);
        labels = Map.copyOf(labels);
    }
}
