package dev.nodestart.emulator.launch;

import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.engine.EngineException;
import dev.nodestart.emulator.engine.EngineUnavailableException;
import dev.nodestart.emulator.model.NodeInfo;
import dev.nodestart.emulator.recording.Recording;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Fetches the logs of nodes, running or dead, into the recording, and delivers what the spec wants delivered. */
final class NodeLogs {
    private static final int MAX_FILE = 10 * 1024 * 1024;

    /** Any process of a node may report, so a name leads nowhere else than into the node's own folders. */
    private static final Pattern NAME = Pattern.compile("(?:init_scripts|driver|spark)/(?!\\.\\.?$)[^/\\x00]+");

    private final Engine engine;
    private final LaunchRequest request;
    private final Recording recording;

    NodeLogs(Engine engine, LaunchRequest request, Recording recording) {
        this.recording = recording;
        this.engine = engine;
        this.request = request;
    }

    /**
     * Keeps the logs of nodes: what they have told of them, or where that is not all, what the engine copies out of them.
     * Each copied folder costs an engine as much processor time as the half of a node's start.
     *
     * @param told by the nodes' names
     */
    void keep(List<NodeInfo> nodes, String clusterId, Map<String, List<NodeEvent>> told) {
        SideBySide.run(nodes.stream()
                .<Runnable>map(node -> () -> {
                    Path folder = recording.nodeFolder(node.name());
                    List<NodeEvent> events = told.getOrDefault(node.name(), List.of());
                    if (events.stream()
                            .anyMatch(event -> event.name().equals("logs") && event.number("left-out") == 0)) {
                        save(events, folder);
                    } else {
                        fetch(node, folder);
                    }
                    request.logDelivery().ifPresent(target -> deliver(node, clusterId, folder, target));
                })
                .toList());
    }

    private void save(List<NodeEvent> told, Path folder) {
        Map<String, StringBuilder> files = new LinkedHashMap<>();
        for (NodeEvent event : told) {
            if (event.name().equals("log") && NAME.matcher(event.value("name")).matches()) {
                files.computeIfAbsent(event.value("name"), name -> new StringBuilder())
                        .append(event.value("text"));
            }
        }
        files.forEach((name, text) -> {
            try {
                Path file = folder.resolve(name);
                Files.createDirectories(file.getParent());
                Files.writeString(file, request.mask().apply(text.toString()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void fetch(NodeInfo node, Path folder) {
        SideBySide.run(List.of(
                () -> fetch(node, "/databricks/init_scripts", folder.resolve("init_scripts")),
                () -> fetch(node, "/databricks/driver/logs", folder.resolve("driver")),
                () -> fetch(node, "/databricks/spark/logs", folder.resolve("spark"))));
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
