package dev.nodestart.emulator.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.model.OverlayEntry;
import dev.nodestart.emulator.model.OverlayEntry.Fate;
import dev.nodestart.emulator.model.Stage;
import dev.nodestart.emulator.model.StageOutcome;
import dev.nodestart.emulator.model.StageRun;
import dev.nodestart.emulator.node.CellResult;
import dev.nodestart.emulator.node.DriverSession;
import dev.nodestart.emulator.node.Language;
import dev.nodestart.emulator.recording.Recording;
import dev.nodestart.emulator.testing.TestEngine;
import dev.nodestart.emulator.testing.TestImages;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Given a good image, when it is launched, then it is a node as the platform makes one. */
@ExtendWith(TestEngine.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class LaunchIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Heard heard = new Heard();
    private LaunchedCluster cluster;
    private DriverSession session;
    private Launch launch;

    @BeforeAll
    void launch(Engine engine, TestImages images, @TempDir Path folder) throws InterruptedException {
        String image = images.with(
                "ENV GREETING='hello world'",
                "ENTRYPOINT [\"/bin/false\"]",
                "CMD [\"never\"]",
                "RUN mkdir -p /databricks/spark /databricks/driver/conf && echo mine >/databricks/spark/VERSION"
                        + " && echo mine >/databricks/driver/conf/00-custom-spark-driver-defaults.conf");
        cluster = LaunchCase.of(folder, image)
                .env("MINE=two words $HOME")
                .script("show.sh", "#!/bin/bash\nenv\n")
                .launch(engine, heard);
        launch = cluster.launch();
        assertThat(launch.state()).as(launch.toString()).isEqualTo(Launch.State.RUNNING);
        session = DriverSession.open(engine, launch.nodes().get(0).containerId());
    }

    @AfterAll
    void close() {
        session.close();
        cluster.close();
    }

    private String shell(String code) {
        return session.run(Language.SHELL, code, LIMIT).stdout().strip();
    }

    @Test
    void stagesRunInTheDocumentedOrderAndAllEndWell() {
        assertThat(launch.stages().stream()
                        .filter(run -> run.node().equals("cluster"))
                        .map(StageRun::stage))
                .containsExactlyInAnyOrder(Stage.VALIDATE, Stage.ACQUIRE_INSTANCE, Stage.PULL_IMAGE);
        assertThat(launch.stages().stream()
                        .filter(run -> run.node().equals("driver"))
                        .map(StageRun::stage))
                .containsExactly(
                        Stage.CREATE_CONTAINER,
                        Stage.INJECT_RUNTIME,
                        Stage.START_CONTAINER,
                        Stage.INIT_SCRIPTS,
                        Stage.START_SPARK,
                        Stage.RUNNING);
        assertThat(launch.stages()).extracting(StageRun::outcome).containsOnly(StageOutcome.OK);
        assertThat(launch.stages()).extracting(StageRun::duration).allMatch(duration -> !duration.isNegative());
    }

    @Test
    void eventsComeInTheApisOrder() {
        assertThat(launch.events())
                .extracting(event -> event.type())
                .containsExactly(
                        "CREATING", "INIT_SCRIPTS_STARTED", "INIT_SCRIPTS_FINISHED", "RUNNING", "DRIVER_HEALTHY");
        assertThat(launch.events()).extracting(event -> event.clusterId()).containsOnly(launch.clusterId());
    }

    @Test
    void hostNameAndAddressAreThePlatforms() {
        String ip = launch.nodes().get(0).ip();
        assertThat(shell("hostname")).isEqualTo(launch.clusterId() + "-" + ip.replace('.', '-'));
        assertThat(shell("ip -4 -o addr show scope global")).contains(" " + ip + "/24 ");
        assertThat(shell("echo $DB_CONTAINER_IP")).isEqualTo(ip);
    }

    @Test
    void documentedVariablesAreInScriptsAndCells() {
        Map<String, String> expected = Map.of(
                "DB_CLUSTER_ID", launch.clusterId(),
                "DB_CONTAINER_IP", launch.nodes().get(0).ip(),
                "DB_DRIVER_IP", launch.nodes().get(0).ip(),
                "DB_IS_DRIVER", "TRUE",
                "DB_IS_JOB_CLUSTER", "FALSE",
                "DATABRICKS_RUNTIME_VERSION", "15.4",
                "MINE", "two words $HOME",
                "GREETING", "hello world");
        String log = "/databricks/init_scripts/" + launch.initScripts().get(0).logName() + ".stdout.log";
        assertThat(LaunchCase.variables(shell("cat " + log))).containsAllEntriesOf(expected);
        CellResult cell =
                session.run(Language.PYTHON, "import os\nfor k, v in os.environ.items(): print(k + '=' + v)", LIMIT);
        assertThat(LaunchCase.variables(cell.stdout())).containsAllEntriesOf(expected);
    }

    @Test
    void processesHaveThePlatformsNames() {
        assertThat(shell("ps -eo args").lines())
                .anyMatch(line -> line.contains("start_driver.sh /tmp/driver-env.sh"))
                .anyMatch(line -> line.endsWith("com.databricks.backend.daemon.driver.DriverDaemon"))
                .anyMatch(line -> line.contains("org.apache.spark.deploy.master.Master"));
    }

    @Test
    void driverRunsThroughSudoInItsFolder() {
        assertThat(shell("pid=$(pgrep -f 'daemon.driver.DriverDaemon$' | tail -1); readlink /proc/$pid/cwd;"
                        + " tr '\\0' '\\n' </proc/$pid/environ | grep ^SUDO_USER="))
                .isEqualTo("/databricks/driver\nSUDO_USER=root");
    }

    @Test
    void entryPointAndCommandAreIgnoredAndSaidSo() {
        String note = "ENTRYPOINT and CMD are ignored, as on the platform; would have run: [/bin/false, never]";
        assertThat(launch.notes()).contains(note);
        assertThat(heard.lines()).contains("note " + note);
    }

    @Test
    void filesOfTheImageAreOverriddenOrKeptAsListed() {
        assertThat(launch.overlay())
                .contains(
                        new OverlayEntry("/databricks/spark/VERSION", Fate.OVERRIDDEN),
                        new OverlayEntry("/databricks/driver/conf/00-custom-spark-driver-defaults.conf", Fate.KEPT));
        assertThat(shell("cat /databricks/spark/VERSION")).isNotEqualTo("mine");
        assertThat(shell("cat /databricks/driver/conf/00-custom-spark-driver-defaults.conf"))
                .isEqualTo("mine");
    }

    @Test
    void pythonLinkAndEnvironmentsExist() {
        assertThat(shell("readlink /databricks/python")).isEqualTo("/databricks/python3");
        assertThat(shell("ls /local_disk0/.ephemeral_nfs/cluster_libraries/python/bin/python"))
                .isEqualTo("/local_disk0/.ephemeral_nfs/cluster_libraries/python/bin/python");
        assertThat(session.run(Language.PYTHON, "import sys; print(sys.prefix)", LIMIT)
                        .stdout())
                .startsWith("/local_disk0/.ephemeral_nfs/envs/pythonEnv-");
    }

    @Test
    void recordingReadsBackAsTheLaunch() {
        Launch read = Recording.at(launch.recording()).load();
        assertThat(read.stages()).hasSameSizeAs(launch.stages());
        assertThat(read.events())
                .extracting(event -> event.details())
                .isEqualTo(
                        launch.events().stream().map(event -> event.details()).toList());
        assertThat(List.of(read.nodes(), read.overlay(), read.notes(), read.image()))
                .isEqualTo(List.of(launch.nodes(), launch.overlay(), launch.notes(), launch.image()));
    }
}
