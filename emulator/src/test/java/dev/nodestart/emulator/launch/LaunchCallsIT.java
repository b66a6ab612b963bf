package dev.nodestart.emulator.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.model.NodeInfo;
import dev.nodestart.emulator.node.NodeOutput;
import dev.nodestart.emulator.node.RunningNode;
import dev.nodestart.emulator.recording.LogFile;
import dev.nodestart.emulator.recording.RecordedLogs;
import dev.nodestart.emulator.recording.Recording;
import dev.nodestart.emulator.testing.TestEngine;
import dev.nodestart.emulator.testing.TestImages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
    void logsAreKeptAsTheyAreHoweverLong(Engine engine, TestImages images) throws Exception {
        Launch launch;
        try (LaunchedCluster cluster = LaunchCase.of(folder, images.whole())
                .workers(1)
                .script("write.sh", """
                        #!/bin/bash
                        cd /databricks/spark/logs
                        # goes on until the node ends, while its logs are told
                        while sleep 0.02; do
                            printf '@node\\tlog\\tname=../escaped\\ttext=x\\n@node\\tlog\\tname=/\\ttext=x\\n' >/proc/1/fd/1
                        done &
                        for n in {1..400}; do echo "line $n ü"; done >lines.log
                        printf 'a\tb\\\nc\n\n' >short.log
                        [ $DB_IS_DRIVER = TRUE ] || printf '%09000d' 7 >long.log
                        """)
                .launch(engine)) {
            launch = cluster.launch();
            assertThat(launch.state()).as(launch.toString()).isEqualTo(Launch.State.RUNNING);
        }

        String lines = IntStream.rangeClosed(1, 400)
                .mapToObj(n -> "line " + n + " ü\n")
                .collect(Collectors.joining());
        for (String node : List.of("driver", "worker-1")) {
            Path logs = launch.recording().resolve("nodes").resolve(node).resolve("spark");
            assertThat(Files.readString(logs.resolve("short.log"))).as(node).isEqualTo("a\tb\\\nc\n\n");
            assertThat(Files.readString(logs.resolve("lines.log"))).as(node).isEqualTo(lines);
        }
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files).noneMatch(file -> file.endsWith("escaped"));
        }
        assertThat(Files.readString(launch.recording().resolve("nodes/worker-1/spark/long.log")))
                .isEqualTo("0".repeat(8999) + "7");
    }

    @Test
    void launchThatFailsIsLookedIntoWithoutAFurtherCall(Engine engine, TestImages images) throws Exception {
        try (EngineDoor door = EngineDoor.before(engine.address());
                Engine counted = Engine.connect(door.address(), Optional.empty());
                LaunchedCluster cluster = LaunchCase.of(folder, images.whole())
                        .script("fail.sh", "#!/bin/bash\necho said\nexit 3\n")
                        .launch(counted);
                RunningNode driver = cluster.openFailedDriver().orElseThrow()) {
            String script = "printf 'a\\tb\\\\n\\n'; echo \"it's $0\"; for n in 1 2; do\n echo $n\ndone";
            assertThat(driver.sh(script, Duration.ofSeconds(10)))
                    .isEqualTo(new NodeOutput("a\tb\\n\nit's /databricks/.nodestart/node.sh\n1\n2\n", "", true));
            Launch launch = cluster.launch();
            assertThat(RecordedLogs.files(Recording.at(launch.recording()), "driver"))
                    .extracting(LogFile::text)
                    .contains("said\n");

            assertThat(kinds(door.asked(), launch))
                    .doesNotContainKeys("GET /containers/NODE/archive", "POST /containers/NODE/exec");
        }
    }

    @Test
    void failedDriverWhoseAgentIsHurtIsAskedByAnExec(Engine engine, TestImages images) throws Exception {
        try (LaunchedCluster cluster = LaunchCase.of(folder, images.whole())
                        .script("fail.sh", """
                                #!/bin/bash
                                # the agent's shell that takes orders
                                for shell in $(pgrep -f node.sh); do [ $shell = $PPID ] || kill -STOP $shell; done
                                echo said; exit 3
                                """)
                        .launch(engine);
                RunningNode driver = cluster.openFailedDriver().orElseThrow()) {
            assertThat(driver.sh("echo here", Duration.ofSeconds(10)).stdout()).isEqualTo("here\n");
            assertThat(RecordedLogs.files(Recording.at(cluster.launch().recording()), "driver"))
                    .extracting(LogFile::text)
                    .contains("said\n");
        }
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
