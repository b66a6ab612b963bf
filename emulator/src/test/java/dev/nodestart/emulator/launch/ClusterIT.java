package dev.nodestart.emulator.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.model.NodeInfo;
import dev.nodestart.emulator.model.NodeRole;
import dev.nodestart.emulator.model.Stage;
import dev.nodestart.emulator.testing.TestEngine;
import dev.nodestart.emulator.testing.TestImages;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A driver and two workers, side by side on one network. */
@ExtendWith(TestEngine.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class ClusterIT {
    private LaunchedCluster cluster;
    private Launch launch;
    private Engine engine;

    @BeforeAll
    void launch(Engine testEngine, TestImages images, @TempDir Path folder) throws InterruptedException {
        engine = testEngine;
        cluster = LaunchCase.of(folder, images.whole())
                .workers(2)
                .script("show.sh", "#!/bin/bash\nenv\n")
                .launch(engine);
        launch = cluster.launch();
        assertThat(launch.state()).as(launch.toString()).isEqualTo(Launch.State.RUNNING);
    }

    @AfterAll
    void close() {
        cluster.close();
    }

    @Test
    void nodesAreADriverAndTwoWorkersWithAddressesInARow() {
        assertThat(launch.nodes()).extracting(NodeInfo::name).containsExactly("driver", "worker-1", "worker-2");
        assertThat(launch.nodes())
                .extracting(NodeInfo::role)
                .containsExactly(NodeRole.DRIVER, NodeRole.WORKER, NodeRole.WORKER);
        assertThat(launch.nodes())
                .extracting(node -> node.ip().substring(node.ip().lastIndexOf('.')))
                .containsExactly(".10", ".11", ".12");
        assertThat(launch.nodes()).extracting(NodeInfo::instanceId).doesNotHaveDuplicates();
    }

    @Test
    void eachNodeKnowsItsRoleItsAddressAndTheDriver() {
        String driverIp = launch.nodes().get(0).ip();
        for (NodeInfo node : launch.nodes()) {
            assertThat(LaunchCase.variables(InNode.run(engine, node, "cat /databricks/init_scripts/*.stdout.log")))
                    .as(node.name())
                    .containsAllEntriesOf(Map.of(
                            "DB_IS_DRIVER",
                            node.role() == NodeRole.DRIVER ? "TRUE" : "FALSE",
                            "DB_DRIVER_IP",
                            driverIp,
                            "DB_CONTAINER_IP",
                            node.ip()));
        }
    }

    @Test
    void namesOfAllNodesResolveOnAllNodes() {
        for (NodeInfo node : launch.nodes()) {
            for (NodeInfo other : launch.nodes()) {
                assertThat(InNode.run(engine, node, "getent ahostsv4 " + other.hostName()))
                        .as(node.name() + " asks for " + other.name())
                        .startsWith(other.ip() + " ");
            }
        }
    }

    @Test
    void workersAreRegisteredWithTheMasterWhenTheClusterRuns() {
        assertThat(InNode.run(engine, launch.nodes().get(1), "ps -eo args"))
                .contains("org.apache.spark.deploy.worker.Worker");
        assertThat(launch.events().stream()
                        .filter(event -> event.type().equals("RUNNING"))
                        .map(event ->
                                event.details().path("current_num_workers").asInt()))
                .containsExactly(2);
        assertThat(launch.stages().stream()
                        .filter(run -> run.stage() == Stage.RUNNING)
                        .map(run -> run.node())
                        .toList())
                .containsExactlyInAnyOrder("driver", "worker-1", "worker-2");
    }

    @Test
    void scriptsRanOnEveryNode() {
        assertThat(launch.initScripts())
                .extracting(run -> run.node())
                .containsExactlyInAnyOrderElementsOf(List.of("driver", "worker-1", "worker-2"));
    }
}
