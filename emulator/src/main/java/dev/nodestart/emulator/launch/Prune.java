package dev.nodestart.emulator.launch;

import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.engine.Labelled;
import dev.nodestart.emulator.launch.Leftovers.Removed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Removes from an engine what no living run owns. */
public final class Prune {
    private final Engine engine;

    /** For one engine. */
    public Prune(Engine engine) {
        this.engine = engine;
    }

    /**
     * What was removed.
     *
     * @param runs ids of the runs that it belonged to
     * @param containers number of containers
     * @param networks number of networks
     * @param volumes number of volumes
     * @param images number of images
     */
    public record Pruned(List<String> runs, int containers, int networks, int volumes, int images) {
        /** Whether there was anything. */
        public boolean any() {
            return containers + networks + volumes + images > 0;
        }
    }

    /** Removes everything with the label {@link Labels#RUN} that belongs to none of these runs. */
    public Pruned allBut(Set<String> living) {
        List<String> label = List.of(Labels.RUN);
        Set<String> dead = new TreeSet<>();
        List<Labelled> objects = new ArrayList<>(engine.containers().labelled(label));
        objects.addAll(engine.networks().labelled(label));
        objects.stream()
                .map(object -> object.labels().getOrDefault(Labels.RUN, ""))
                .filter(run -> !living.contains(run))
                .forEach(dead::add);
        int containers = 0;
        int networks = 0;
        int volumes = 0;
        for (String run : dead) {
            Removed removed = new Leftovers(engine).remove(Labels.ofRun(run));
            containers += removed.containers();
            networks += removed.networks();
            volumes += removed.volumes();
        }
        return new Pruned(List.copyOf(dead), containers, networks, volumes + volumes(living), images(living));
    }

    /** Removes the volumes that keep runtime trees and that no container has, and gives their number. */
    public int runtimeTrees() {
        // the one that says that another is full goes first, so that no volume ever passes for full that is not
        return (int) engine.networks().labelledVolumes(List.of(Labels.TREE)).stream()
                .sorted(Comparator.reverseOrder())
                .filter(engine.volumes()::remove)
                .count();
    }

    /** A volume's list entry does not tell its run. */
    private int volumes(Set<String> living) {
        Set<String> unowned = new HashSet<>(engine.networks().labelledVolumes(List.of(Labels.RUN)));
        living.forEach(run ->
                engine.networks().labelledVolumes(List.of(Labels.ofRun(run))).forEach(unowned::remove));
        unowned.forEach(engine.networks()::removeVolume);
        return unowned.size();
    }

    /** Copies of stopped nodes whose shell was killed. */
    private int images(Set<String> living) {
        Set<String> unowned = new HashSet<>(engine.images().labelled(Labels.RUN));
        living.forEach(run -> engine.images().labelled(Labels.ofRun(run)).forEach(unowned::remove));
        unowned.forEach(image -> engine.images().remove(image, true));
        return unowned.size();
    }
}
