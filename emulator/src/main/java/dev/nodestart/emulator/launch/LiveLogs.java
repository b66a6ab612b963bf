package dev.nodestart.emulator.launch;

import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.engine.EngineException;
import dev.nodestart.emulator.engine.ExecRun;
import dev.nodestart.emulator.recording.LogFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** The log files in a node's container, running or stopped (dcs.md §4.3, §5). */
public final class LiveLogs {
    private static final int MAX_FILE = 10 * 1024 * 1024;
    private static final Map<String, String> FOLDERS = folders();
    /** An exec goes on when its client is gone; the end of its input is all that it hears of that. */
    private static final String FOLLOW = """
            cd /
            set --
            for file in %s; do [ ! -f "$file" ] || set -- "$@" "$file"; done
            [ $# -gt 0 ] || exit 0
            tail -n +1 -F "$@" &
            cat >/dev/null
            kill $!
            """;

    private final Engine engine;

    /** For one engine. */
    public LiveLogs(Engine engine) {
        this.engine = engine;
    }

    private static Map<String, String> folders() {
        Map<String, String> folders = new LinkedHashMap<>();
        folders.put("init_scripts", "/databricks/init_scripts");
        folders.put("driver", "/databricks/driver/logs");
        folders.put("spark", "/databricks/spark/logs");
        return folders;
    }

    /** The files as they are now; one that is longer than 10 MB is cut. */
    public List<LogFile> of(ClusterRun.Node node) {
        List<LogFile> logs = new ArrayList<>();
        FOLDERS.forEach((folder, path) -> logs.addAll(files(node, folder, path)));
        return logs;
    }

    /**
     * Writes on what is added to a node's log files, until the node ends or the answer is closed.
     *
     * @param initScripts those of the init scripts, else the driver's and Spark's
     */
    public ExecRun follow(ClusterRun.Node node, boolean initScripts) {
        String files =
                initScripts ? "/databricks/init_scripts/*.log" : "/databricks/driver/logs/* /databricks/spark/logs/*";
        return engine.containers().exec(node.containerId(), "0:0", List.of("/bin/sh", "-c", FOLLOW.formatted(files)));
    }

    private List<LogFile> files(ClusterRun.Node node, String folder, String path) {
        List<LogFile> logs = new ArrayList<>();
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(engine.containers().getArchive(node.containerId(), path))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.isFile()) {
                    String name = Path.of(entry.getName()).getFileName().toString();
                    logs.add(new LogFile(
                            node.name(), folder, name, new String(tar.readNBytes(MAX_FILE), StandardCharsets.UTF_8)));
                }
            }
        } catch (EngineException e) {
            if (!e.isNotFound()) {
                throw e;
            }
            // a node that died early has no such folder
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        logs.sort(Comparator.comparing(LogFile::name));
        return logs;
    }
}
