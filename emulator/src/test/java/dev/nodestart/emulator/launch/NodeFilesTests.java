package dev.nodestart.emulator.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.emulator.runtime.NodeType;
import dev.nodestart.emulator.tree.TreePlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written for a node (docs/node-protocol.md). */
class NodeFilesTests {
    private static final RunIds IDS = new RunIds("20261122-120000-abcdefgh", "1122-120000-abcdefgh");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private NodeFiles files(LaunchCase launch, int number) {
        Optional<NodeType> type = Optional.of(new NodeType("i3.xlarge", 4, 1L << 34, 1L << 38, 0, "", "amd64"));
        NodePlan plan = NodePlan.of(number, IDS.clusterId(), "i-1", "10.139.7.1" + number, type);
        return new NodeFiles(launch.request(), IDS, plan, "10.139.7.10", TreePlan.NONE);
    }

    private LaunchCase wanted() {
        return LaunchCase.of(folder, "acme/image:1").defaultJava();
    }

    @Test
    void launchConfSaysEveryThingOnce() {
        assertThat(files(wanted().workers(2), 1).launchConf().lines())
                .contains(
                        "NS_ROLE='worker'",
                        "NS_NODE='worker-1'",
                        "NS_CLUSTER_ID='1122-120000-abcdefgh'",
                        "NS_CONTAINER_IP='10.139.7.11'",
                        "NS_DRIVER_IP='10.139.7.10'",
                        "NS_LINE='15.4'",
                        "NS_SPARK_VERSION='15.4.x-scala2.12'",
                        "NS_RUNTIME_VERSION='15.4'",
                        "NS_JAVA_DEFAULT='8'",
                        "NS_PYTHON='/databricks/python3/bin/python3'",
                        "NS_PYTHON_MINOR='3.11'",
                        "NS_REPL='ipykernel'",
                        "NS_DRIVER_NFS='true'",
                        "NS_LIBRARY_ISOLATION='true'",
                        "NS_WORKERS='2'",
                        "NS_SPARK_CONF='/tmp/custom-spark.conf'",
                        "NS_CORES='4'",
                        "NS_LEASE='120'")
                .allMatch(line -> line.matches("NS_[A-Z0-9_]+='[^']*'"))
                .doesNotHaveDuplicates();
    }

    @Test
    void launchConfWhenDriverNfsIsDisabledSaysSo() {
        assertThat(files(wanted().conf("spark.databricks.driverNfs.enabled=false"), 0)
                        .launchConf())
                .contains("NS_DRIVER_NFS='false'\n");
    }

    @Test
    void environmentIsQuotedForTheShellAndDocumentedNamesWin() {
        String environment = files(wanted().env("A=it's \"$HOME\" `x` \\ é", "DB_IS_DRIVER=maybe", "EMPTY="), 0)
                .environment();

        assertThat(environment.lines())
                .contains(
                        "export A='it'\\''s \"$HOME\" `x` \\ é'",
                        "export EMPTY=''",
                        "export DB_IS_DRIVER='TRUE'",
                        "export DB_CLUSTER_ID='1122-120000-abcdefgh'",
                        "export DB_CONTAINER_IP='10.139.7.10'",
                        "export DB_DRIVER_IP='10.139.7.10'",
                        "export DB_INSTANCE_TYPE='i3.xlarge'",
                        "export DB_IS_JOB_CLUSTER='FALSE'",
                        "export DATABRICKS_RUNTIME_VERSION='15.4'")
                .doesNotContain("export DB_IS_DRIVER='maybe'");
    }

    @Test
    void environmentReadByAShellGivesTheValuesBack() throws IOException {
        String value = "it's \"two\"\nlines $HOME `false` \\n";
        Path file = Files.writeString(
                folder.resolve("node.env"), "export A=" + NodeFiles.quote(value) + "\nprintf %s \"$A\"\n");
        Process shell = new ProcessBuilder("/bin/sh", file.toString()).start();

        assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(value);
    }

    @Test
    void sparkEnvIsQuotedAndNotEscapedAsOnThePlatform() {
        assertThat(files(wanted().env("A=it's"), 0).sparkEnv()).isEqualTo("export A='it's'\n");
    }

    @Test
    void sparkConfHasOneKeyAndValueALine() {
        assertThat(files(wanted().conf("spark.a=1", "spark.b=x y"), 0)
                        .sparkConf()
                        .lines())
                .contains("spark.a 1", "spark.b x y");
    }

    @Test
    void manifestNamesEveryScriptWithItsPlaceAndItsLog() {
        LaunchCase launch = wanted().globalScript("g.sh", "true").script("c.sh", "true");

        assertThat(files(launch, 0).initManifest(List.of("log-0", "log-1"))).isEqualTo("""
                        00\tglobal\tworkspace\t/databricks/.nodestart/init/00\tlog-0
                        01\tcluster\tworkspace\t/databricks/.nodestart/init/01\tlog-1
                        """);
    }
}
