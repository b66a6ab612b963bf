package dev.nodestart.emulator.launch;

import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.engine.EngineException;
import dev.nodestart.emulator.engine.EngineUnavailableException;
import dev.nodestart.emulator.model.FolderChange;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** What each script did to the files of a node, from the listings that the agent made before and after it. */
final class ScriptTrace {
    private static final String FOLDER = "/databricks/.nodestart/trace";

    private final Map<String, FileListing> listings;

    private ScriptTrace(Map<String, FileListing> listings) {
        this.listings = listings;
    }

    /** Fetches the listings, empty where there are none: no script ran, or the image has no {@code find}. */
    static Optional<ScriptTrace> fetch(Engine engine, String containerId) {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(engine.containers().getArchive(containerId, FOLDER))) {
            Map<String, FileListing> listings = new TreeMap<>();
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.isFile()) {
                    String name = entry.getName();
                    listings.put(name.substring(name.lastIndexOf('/') + 1), FileListing.read(tar));
                }
            }
            return Optional.of(new ScriptTrace(listings));
        } catch (EngineException | EngineUnavailableException | IOException e) {
            return Optional.empty();
        }
    }

    /** What the script with this number did. */
    List<FolderChange> of(int index) {
        FileListing before = listings.get(index == 0 ? "before" : NodeFiles.number(index - 1));
        FileListing after = listings.get(NodeFiles.number(index));
        return before == null || after == null || after.files().isEmpty() ? List.of() : before.until(after);
    }
}
