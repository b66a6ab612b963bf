package dev.nodestart.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class StubRuntimeTests {
    private static final String GATES = "/databricks/.nodestart/gates/";
    private static final String DRIVER = "/com/databricks/backend/daemon/driver/DriverDaemon.class";

    private final StubRuntime runtime = StubRuntime.load();

    @Test
    void filesStaySmall() {
        assertThat(runtime.files().stream().mapToInt(StubFile::size).sum()).isLessThan(400 * 1_024);
    }

    @Test
    void filesAreSortedByPathAndLieUnderDatabricks() {
        List<String> paths = runtime.files().stream().map(StubFile::path).toList();
        assertThat(paths).isSorted().doesNotHaveDuplicates().allMatch(path -> path.startsWith("/databricks/"));
        assertThat(paths)
                .contains(
                        "/databricks/.nodestart/node.sh",
                        "/databricks/.nodestart/session.sh",
                        "/databricks/.nodestart/hello-job.jar",
                        "/databricks/.nodestart/nodestart_library-1.0-py3-none-any.whl",
                        "/databricks/jars/----nodestart--driver-daemon.jar",
                        "/databricks/spark/scripts/start_driver.sh",
                        "/databricks/python_shell/scripts/db_ipykernel_launcher.py");
    }

    @Test
    void modeIsExecutableForScriptsOnly() {
        assertThat(file("/databricks/spark/scripts/start_driver.sh").mode()).isEqualTo(0755);
        assertThat(file("/databricks/spark/VERSION").mode()).isEqualTo(0644);
        assertThat(file("/databricks/.nodestart/nodestart_library-1.0-py3-none-any.whl")
                        .mode())
                .isEqualTo(0644);
    }

    @Test
    void keepListNamesEveryFileThatGivesWay() {
        String prefix = "/databricks/.nodestart/keep/";
        List<String> kept = runtime.files().stream()
                .map(StubFile::path)
                .filter(path -> path.startsWith(prefix) && !path.equals(prefix + "list"))
                .map(path -> path.substring(prefix.length()))
                .toList();
        assertThat(text(prefix + "list").lines().toList()).isEqualTo(kept);
    }

    @Test
    void gateClassesNeedTheirJava() {
        assertThat(file(GATES + "17" + DRIVER).content()).startsWith(0xCA, 0xFE, 0xBA, 0xBE, 0, 0, 0, 61);
        assertThat(file(GATES + "21" + DRIVER).content()).startsWith(0xCA, 0xFE, 0xBA, 0xBE, 0, 0, 0, 65);
        assertThat(runtime.files()).noneMatch(file -> file.path().startsWith(GATES + "template"));
    }

    @Test
    void scriptsHaveUnixLineEndsAndNoTrailingSpace() {
        assertThat(runtime.files())
                .filteredOn(file -> file.mode() == 0755)
                .allSatisfy(file -> assertThat(text(file.path()))
                        .doesNotContain("\r")
                        .doesNotContain(" \n")
                        .endsWith("\n"));
    }

    private String text(String path) {
        return new String(file(path).content(), StandardCharsets.UTF_8);
    }

    private StubFile file(String path) {
        return runtime.files().stream()
                .filter(file -> file.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no file " + path));
    }
}
