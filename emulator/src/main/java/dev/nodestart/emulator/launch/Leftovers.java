package dev.nodestart.emulator.launch;

import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.engine.EngineException;
import dev.nodestart.emulator.engine.Labelled;
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
        // a container's removal waits for its process; beside each other they wait once
        SideBySide.run(containers.stream()
                .<Runnable>map(container -> () -> engine.containers().remove(container.id()))
                .toList());
        List<Labelled> networks = engine.networks().labelled(labels);
        networks.forEach(network -> removeNetwork(network.id()));
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
