package dev.nodestart.emulator.launch;

import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.engine.EngineException;
import dev.nodestart.emulator.engine.Labelled;
import java.util.ArrayList;
import java.util.List;

/** Removes from an engine what carries a label of ours: containers, then networks and volumes. */
public final class Leftovers {
    private final Engine engine;

    /** For one engine. */
    public Leftovers(Engine engine) {
        this.engine = engine;
    }

    /**
     * What was removed.
     *
     * @param containers number of containers
     * @param networks number of networks
     * @param volumes number of volumes
     */
    public record Removed(int containers, int networks, int volumes) {
        /** Whether there was anything. */
        public boolean any() {
            return containers + networks + volumes > 0;
        }
    }

    /** Removes everything with this label, {@code key} or {@code key=value}. */
    public Removed remove(String label) {
        List<String> labels = List.of(label);
        List<Labelled> containers = engine.containers().labelled(labels);
        List<Labelled> networks = engine.networks().labelled(labels);
        SideBySide.run(containers.stream()
                .<Runnable>map(container -> () -> disconnect(container, networks))
                .toList());
        // a container's removal waits for its process, a network's for its bridge: beside each other they wait once
        List<Runnable> removals = new ArrayList<>();
        containers.forEach(container -> removals.add(() -> engine.containers().remove(container.id())));
        networks.forEach(network -> removals.add(() -> removeNetwork(network.id())));
        SideBySide.run(removals);
        // one that was still in use
        if (!containers.isEmpty()) {
            engine.networks().labelled(labels).forEach(network -> removeNetwork(network.id()));
        }
        List<String> volumes = engine.networks().labelledVolumes(labels);
        volumes.forEach(engine.networks()::removeVolume);
        return new Removed(containers.size(), networks.size(), volumes.size());
    }

    /** Removes the images with this label, and gives their number. */
    public int removeImages(String label) {
        List<String> images = engine.images().labelled(label);
        images.forEach(image -> engine.images().remove(image, true));
        return images.size();
    }

    /** The engine would do it while it removes the container, and only then let the network go. */
    private void disconnect(Labelled container, List<Labelled> networks) {
        if (!container.state().equals("running")) {
            return;
        }
        networks.forEach(network -> disconnect(container, network));
    }

    private void disconnect(Labelled container, Labelled network) {
        try {
            engine.networks().disconnect(network.id(), container.id());
        } catch (EngineException e) {
            // not on this network, or gone meanwhile: the removal does what is left to do
            return;
        }
    }

    private void removeNetwork(String id) {
        try {
            engine.networks().remove(id);
        } catch (EngineException e) {
            // still has an endpoint of a container that somebody else is removing: the next sweep gets it
            if (e.status() != 403) {
                throw e;
            }
        }
    }
}
