package dev.nodestart.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Where this user's runs keep their recordings, a folder a run.
 *
 * @param path the folder, which need not exist
 */
record RunsFolder(Path path) {
    static final int KEPT = 50;
    private static final String LAUNCH = "launch.json";

    /** {@code $NODESTART_RUNS}, else the user's folder for state. */
    static RunsFolder of(Map<String, String> environment, Path home) {
        return new RunsFolder(variable(environment, "NODESTART_RUNS")
                .map(Path::of)
                .orElseGet(() -> variable(environment, "XDG_STATE_HOME")
                        .map(Path::of)
                        .orElse(home.resolve(".local/state"))
                        .resolve("nodestart/runs"))
                .toAbsolutePath()
                .normalize());
    }

    private static Optional<String> variable(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    /** Run ids, newest first: a run's id begins with its time. */
    List<String> runIds() {
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(path)) {
            return entries.filter(entry -> Files.isRegularFile(entry.resolve(LAUNCH)))
                    .map(entry -> entry.getFileName().toString())
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of runs [" + path + "] cannot be read.", e);
        }
    }

    /**
     * Makes room for one more run: only the newest {@value #KEPT} stay, and those that are still alive.
     *
     * @param alive gives the ids of runs that are not over; asked only where something is to go
     */
    void makeRoom(Supplier<Set<String>> alive) {
        List<String> old = runIds().stream().skip(KEPT - 1L).toList();
        if (old.isEmpty()) {
            return;
        }
        Set<String> spared = alive.get();
        old.stream().filter(run -> !spared.contains(run)).map(path::resolve).forEach(RunsFolder::delete);
    }

    /** Makes room while the run goes on; what does not come to its end is done before the next run. */
    void makeRoomMeanwhile(Supplier<Set<String>> alive) {
        Thread thread = new Thread(() -> makeRoomIfPossible(alive), "nodestart-room");
        thread.setDaemon(true);
        thread.start();
    }

    private void makeRoomIfPossible(Supplier<Set<String>> alive) {
        try {
            makeRoom(alive);
        } catch (RuntimeException e) {
            // an engine that went away is told by the run itself
            return;
        }
    }

    /** Removes a run's folder with all that is in it, as far as that can be done; while it is there it is a run's. */
    static void delete(Path folder) {
        Path launch = folder.resolve(LAUNCH);
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path file : tree.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(folder) && !file.equals(launch)) {
                    Files.deleteIfExists(file);
                }
            }
            Files.deleteIfExists(launch);
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            // another process makes room too, or the user may not delete it: an old recording too many does no harm
            return;
        }
    }
}
