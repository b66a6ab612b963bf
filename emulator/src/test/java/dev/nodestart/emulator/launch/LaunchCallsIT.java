package dev.nodestart.emulator.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.model.NodeInfo;
import dev.nodestart.emulator.testing.TestEngine;
import dev.nodestart.emulator.testing.TestImages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Given a cluster, when it is launched and removed, then the engine is asked no more than that takes. */
@ExtendWith(TestEngine.class)
class LaunchCallsIT {
    @TempDir
    private Path folder;

    @Test
    void launchOfDriverAndWorkerMakesTheseCalls(Engine engine, TestImages images) throws Exception {
        try (EngineDoor door = EngineDoor.before(engine.address());
                Engine counted = Engine.connect(door.address(), Optional.empty())) {
            Launch launch;
            try (LaunchedCluster cluster =
                    LaunchCase.of(folder, images.whole()).workers(1).launch(counted)) {
                launch = cluster.launch();
                assertThat(launch.state()).as(launch.toString()).isEqualTo(Launch.State.RUNNING);
            }

            assertThat(kinds(door.asked(), launch))
                    .isEqualTo(new TreeMap<>(Map.ofEntries(
                            Map.entry("GET /_ping", 1L),
                            // what the machine has, for the limits of the node type
                            Map.entry("GET /info", 1L),
                            Map.entry("GET /images/IMAGE/json", 1L),
                            Map.entry("POST /networks/create", 1L),
                            Map.entry("POST /containers/create", 2L),
                            Map.entry("HEAD /containers/NODE/archive", 1L),
                            Map.entry("POST /containers/NODE/attach", 2L),
                            Map.entry("PUT /containers/NODE/archive", 2L),
                            Map.entry("POST /containers/NODE/start", 2L),
                            // the driver's logs: a worker tells its own
                            Map.entry("GET /containers/NODE/archive", 1L),
                            Map.entry("GET /containers/json", 1L),
                            Map.entry("GET /networks", 2L),
                            Map.entry("POST /networks/NETWORK/disconnect", 2L),
                            Map.entry("DELETE /containers/NODE", 2L),
                            Map.entry("DELETE /networks/NETWORK", 1L),
                            Map.entry("GET /volumes", 1L))));
            assertThat(launch.recording().resolve("nodes/worker-1/spark"))
                    .isDirectoryContaining("glob:**/worker.start");
        }
    }

    @Test
    void logsOfAWorkerAreKeptAsTheyAreHoweverLong(Engine engine, TestImages images) throws Exception {
        Launch launch;
        try (LaunchedCluster cluster = LaunchCase.of(folder, images.whole())
                .workers(1)
                .script("write.sh", """
                        #!/bin/bash
                        cd /databricks/spark/logs
                        printf 'a\\tb\\\\\\nc\\n\\n' >short.log
                        printf '%05000d' 7 >long.log
                        """)
                .launch(engine)) {
            launch = cluster.launch();
            assertThat(launch.state()).as(launch.toString()).isEqualTo(Launch.State.RUNNING);
        }

        Path logs = launch.recording().resolve("nodes/worker-1/spark");
        assertThat(Files.readString(logs.resolve("short.log"))).isEqualTo("a\tb\\\nc\n\n");
        assertThat(Files.readString(logs.resolve("long.log"))).isEqualTo("0".repeat(4999) + "7");
    }

    private static Map<String, Long> kinds(List<String> calls, Launch launch) {
        String image = launch.image().orElseThrow().reference();
        String nodes = launch.nodes().stream().map(NodeInfo::containerId).collect(Collectors.joining("|"));
        return calls.stream()
                .map(call -> call.replaceAll("\\?.*", "")
                        .replaceAll(" /v1\\.\\d+/", " /")
                        .replace(image, "IMAGE")
                        .replaceAll(nodes, "NODE")
                        .replaceAll("/networks/[0-9a-f]{64}", "/networks/NETWORK"))
                .collect(Collectors.groupingBy(call -> call, TreeMap::new, Collectors.counting()));
    }
}
