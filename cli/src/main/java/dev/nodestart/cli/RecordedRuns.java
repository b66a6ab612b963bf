package dev.nodestart.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The recordings of this user's runs, and which of them a command means.
 *
 * @param runs the folder of runs
 */
record RecordedRuns(RunsFolder runs) {

    static RecordedRuns of(Map<String, String> environment) {
        return new RecordedRuns(RunsFolder.of(environment, EngineAtHand.home()));
    }

    /**
     * A folder as it was named, or a bundle, which is unpacked for the time of this process, else the recording of a run
     * with that id; empty where it is none of them.
     */
    Optional<Path> find(String name) {
        if (!name.isEmpty() && Files.isDirectory(Path.of(name))) {
            return Optional.of(Path.of(name).toAbsolutePath().normalize());
        }
        Optional<Path> unpacked = UnpackedBundle.of(Path.of(name));
        if (unpacked.isPresent()) {
            return unpacked;
        }
        return RunNames.find(name, runs.runIds(), List::of).map(runs.path()::resolve);
    }

    /** The same, for a command that needs one. */
    Path folder(String name) {
        return find(name)
                .orElseThrow(() -> CliFailure.badInput("[" + name
                        + "] is neither a folder nor the id of a recorded run; the recordings are in [" + runs.path()
                        + "]."));
    }

    /** The newest recording. */
    Optional<Path> newest() {
        return runs.runIds().stream().findFirst().map(runs.path()::resolve);
    }
}
