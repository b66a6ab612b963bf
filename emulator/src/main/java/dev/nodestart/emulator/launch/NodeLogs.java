package dev.nodestart.emulator.launch;

import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.engine.EngineException;
import dev.nodestart.emulator.engine.EngineUnavailableException;
import dev.nodestart.emulator.model.NodeInfo;
import dev.nodestart.emulator.model.NodeRole;
import dev.nodestart.emulator.recording.Recording;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Fetches the logs of nodes, running or dead, into the recording, and delivers what the spec wants delivered. */
final class NodeLogs {
    private static final int MAX_FILE = 10 * 1024 * 1024;

    private final Engine engine;
    private final LaunchRequest request;
    private final Recording recording;

    NodeLogs(Engine engine, LaunchRequest request, Recording recording) {
        this.recording = recording;
        this.engine = engine;
        this.request = request;
    }

    /**
     * Takes the logs of a node that did not start out of an archive of folders of {@code /databricks}.
     *
     * @return whether it was whole and held any
     */
    boolean take(NodeInfo node, InputStream archive) {
        Path folder = recording.nodeFolder(node.name());
        boolean any = false;
        try (TarArchiveInputStream tar = new TarArchiveInputStream(archive)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path name = Path.of(entry.getName());
                if (entry.isFile() && name.getNameCount() > 1) {
                    Path target = folder.resolve(name.getName(0).toString());
                    Files.createDirectories(target);
                    save(tar, target.resolve(name.getFileName().toString()));
                    any = true;
                }
            }
            return any;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Fetches the logs of the nodes.
     *
     * @param running whether the cluster runs: then the driver's logs say it all, and a worker tells its own when it is
     *     {@link #keepTold discarded}
     */
    void keep(List<NodeInfo> nodes, String clusterId, boolean running) {
        List<Runnable> fetches = new ArrayList<>();
        for (NodeInfo node : nodes) {
            if (node.containerId().isEmpty()) {
                continue;
            }
            Path folder = recording.nodeFolder(node.name());
            if (!request.scripts().isEmpty()) {
                fetches.add(() -> {
                    fetch(node, "/databricks/init_scripts", folder.resolve("init_scripts"));
                    request.logDelivery().ifPresent(target -> deliver(node, clusterId, folder, target));
                });
            }
            boolean driver = node.role() == NodeRole.DRIVER;
            if (driver) {
                fetches.add(() -> fetch(node, "/databricks/driver/logs", folder.resolve("driver")));
            }
            if (!running) {
                fetches.add(() -> fetch(node, "/databricks/spark/logs", folder.resolve("spark")));
            }
        }
        SideBySide.run(fetches);
    }

    /**
     * Keeps Spark's logs of a worker: what it has told of them, or where that is not all, what the engine copies out of it.
     * For each node such a copy costs an engine as much processor time as the half of a start.
     */
    void keepTold(NodeInfo worker, List<NodeEvent> told) {
        Path folder = recording.nodeFolder(worker.name()).resolve("spark");
        if (told.stream().noneMatch(event -> event.name().equals("logs") && event.number("left-out") == 0)) {
            fetch(worker, "/databricks/spark/logs", folder);
            return;
        }
        try {
            Files.createDirectories(folder);
            for (NodeEvent event : told) {
                if (event.name().equals("log")) {
                    Files.writeString(
                            folder.resolve(Path.of(event.value("name")).getFileName()),
                            request.mask().apply(event.value("text")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fetch(NodeInfo node, String source, Path target) {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(engine.containers().getArchive(node.containerId(), source))) {
            Files.createDirectories(target);
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                String name = Path.of(entry.getName()).getFileName().toString();
                if (entry.isFile()) {
                    save(tar, target.resolve(name));
                }
            }
        } catch (EngineException | EngineUnavailableException e) {
            // a node that died early has no logs, and a dead engine gives none
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void save(InputStream content, Path file) throws IOException {
        byte[] bytes = content.readNBytes(MAX_FILE);
        Files.writeString(file, request.mask().apply(new String(bytes, StandardCharsets.UTF_8)));
    }

    /** The documented layout: {@code <dest>/<cluster-id>/init_scripts/<cluster-id>_<ip>/} (dcs.md §5). */
    private static void deliver(NodeInfo node, String clusterId, Path folder, Path target) {
        Path place = target.resolve(clusterId)
                .resolve("init_scripts")
                .resolve(clusterId + "_" + node.ip().replace('.', '_'));
        Path logs = folder.resolve("init_scripts");
        if (!Files.isDirectory(logs)) {
            return;
        }
        try (var files = Files.list(logs)) {
            Files.createDirectories(place);
            for (Path file : files.toList()) {
                Files.copy(
                        file,
                        place.resolve(file.getFileName().toString()),
                        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
