package dev.nodestart.conformance.suite;

import static dev.nodestart.conformance.testing.FakeNode.failed;
import static dev.nodestart.conformance.testing.FakeNode.ok;
import static dev.nodestart.conformance.testing.FakeNode.probe;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nodestart.conformance.Capability;
import dev.nodestart.conformance.Check;
import dev.nodestart.conformance.CheckContext;
import dev.nodestart.conformance.CheckResult;
import dev.nodestart.conformance.CheckRunner;
import dev.nodestart.conformance.CheckSuite;
import dev.nodestart.conformance.CheckTask;
import dev.nodestart.conformance.Outcome;
import dev.nodestart.conformance.Selection;
import dev.nodestart.conformance.testing.FakeNode;
import dev.nodestart.conformance.testing.Launches;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.node.CellResult;
import dev.nodestart.emulator.node.CellResult.Status;
import dev.nodestart.emulator.node.Language;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PlatformSuiteTests {

    /** What the probe prints in an image that has everything. */
    private static final String EVERYTHING = """
            @fact\tvalue\tbash\t5.2.15(1)-release
            @fact\tvalue\tlibraries-locked\tyes
            @fact\taccount\tlibraries\tx:1000
            @fact\taccount\tubuntu\tx:1001
            @fact\ttool\tfusermount\t/usr/bin/fusermount
            @fact\ttool\tsetfacl\t/usr/bin/setfacl
            @fact\ttool\tR\t/usr/bin/R
            @fact\ttool\tsshd\t/usr/sbin/sshd
            @fact\trun\tpip\t0\tpip 23.2.1 (python 3.11)
            @fact\trun\tvirtualenv\t0\tvirtualenv 20.24.2
            @fact\trun\tlanguage-server\t0\tpylsp
            @fact\tend
            """;

    private final PlatformSuite suite = new PlatformSuite();

    @Test
    void installedFindsTheSuite() {
        assertThat(CheckSuite.installed()).hasAtLeastOneElementOfType(PlatformSuite.class);
    }

    @Test
    void catalogueAndTasksAgreeAndIdsAreUnique() {
        List<String> ids = suite.checks().stream().map(Check::id).toList();

        assertThat(suite.tasks(context(Launches.running(0), new FakeNode())))
                .extracting(CheckTask::check)
                .extracting(Check::id)
                .containsExactlyElementsOf(ids);
        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[A-Z]+-\\d{3}"));
    }

    @Test
    void everyCapabilityButGpuHasACheck() {
        Set<Capability> covered = suite.checks().stream()
                .flatMap(check -> check.capability().stream())
                .collect(Collectors.toSet());

        assertThat(covered).containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(Capability.GPU)));
    }

    @Test
    void everyCheckSaysWhyWhatToDoAndWhereItComesFrom() {
        assertThat(suite.checks()).allSatisfy(check -> {
            assertThat(check.why()).endsWith(".");
            assertThat(check.remedy()).isNotBlank();
            assertThat(check.source()).contains("dcs.md");
        });
    }

    @Test
    void runWhenImageHasEverythingPassesInOneShellTrip() {
        FakeNode node = node(EVERYTHING);

        List<CheckResult> results = run(Launches.running(0), node);

        assertThat(results)
                .filteredOn(result -> result.outcome() != Outcome.PASS)
                .extracting(result -> result.check().id())
                .containsExactly("WORKSPACE-001", "VOLUMES-001");
        assertThat(node.asked()).filteredOn(asked -> asked.startsWith("SHELL")).hasSize(1);
        assertThat(result(results, "SHELL-001").message()).isEqualTo("Shell commands run in bash 5.2.15(1)-release.");
        assertThat(result(results, "JAR-001").message())
                .isEqualTo("The hello job ran in the driver's JVM: Hello, node, from Java 17.");
        assertThat(result(results, "PYTHON-001").message())
                .isEqualTo("The first Python cell ran in 12 ms, the second in 12 ms.");
        assertThat(result(results, "PIP-001").message())
                .isEqualTo("pip of the root environment answers: pip 23.2.1 (python 3.11).");
    }

    @Test
    void runWhenImageIsBareNamesWhatIsMissing() {
        String bare = """
                @fact\tvalue\tbash\t5.2
                @fact\trun\tpip\t127\tNo such file or directory
                @fact\trun\tvirtualenv\t127\tcommand not found
                @fact\trun\tlanguage-server\t127\tNo such file or directory
                @fact\tend
                """;

        List<CheckResult> results = run(Launches.running(0), node(bare));

        assertThat(results.stream()
                        .filter(result -> result.outcome() == Outcome.FAIL)
                        .map(result -> result.check().id() + ": " + result.message()))
                .containsExactly(
                        "R-001: This image has no R, so every R cell fails.",
                        "PIP-001: pip of the root environment does not run.",
                        "LIBRARIES-001: Cluster libraries cannot be installed without a working virtualenv, the user"
                                + " [libraries] and setfacl.",
                        "DBFS-001: /dbfs cannot be mounted: the image has no fusermount.",
                        "WORKSPACE-001: /Workspace cannot be mounted: the image has no fusermount.",
                        "VOLUMES-001: /Volumes cannot be mounted: the image has no fusermount.",
                        "SSH-001: This image has no SSH server.",
                        "LSP-001: Notebooks get no autocompletion: /databricks/python-lsp has no python-lsp-server.");
        assertThat(result(results, "PIP-001").evidence())
                .containsExactly(
                        "$ /databricks/python/bin/pip --version  (exit status 127)\nNo such file or directory");
    }

    @Test
    void runWhenFirstCellFailsSaysWhyAndShowsTheEnd() {
        FakeNode node = new FakeNode().answering(Language.PYTHON, failed(Status.FAILED, """
Failure starting repl. Try detaching and re-attaching the notebook.
ModuleNotFoundError: No module named 'google'
"""));

        CheckResult python = result(run(Launches.running(0), node), "PYTHON-001");

        assertThat(python.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(python.message())
                .isEqualTo("The first Python cell failed: ModuleNotFoundError: No module named 'google'");
        assertThat(python.evidence())
                .containsExactly(
                        "Failure starting repl. Try detaching and re-attaching the notebook.",
                        "ModuleNotFoundError: No module named 'google'",
                        "status FAILED, exit code 1, 12 ms");
    }

    @Test
    void runWhenJarThrowsSaysTheExceptionAndNotItsLastFrame() {
        FakeNode node = new FakeNode()
                .answering(
                        Language.JAR,
                        failed(Status.ERROR, "java.lang.NoClassDefFoundError: a/B\n\tat c.D.main(D.java:1)\n"));

        assertThat(result(run(Launches.running(0), node), "JAR-001").message())
                .isEqualTo("The hello job failed: java.lang.NoClassDefFoundError: a/B");
    }

    @Test
    void runWhenJarsOutputIsLostFails() {
        FakeNode node = new FakeNode().answering(Language.JAR, ok("", ""));

        assertThat(result(run(Launches.running(0), node), "JAR-001").message())
                .isEqualTo("The hello job ran, but its output got lost.");
    }

    @Test
    void runWhenStateIsLostFails() {
        FakeNode node = new FakeNode()
                .answering(Language.PYTHON, ok("", "2"), failed(Status.ERROR, "NameError: name 'nodestart_state'"));

        assertThat(result(run(Launches.running(0), node), "PYTHON-001").message())
                .isEqualTo("A variable of the first Python cell is lost in the second.");
    }

    @Test
    void runWhenFirstCellHangsNamesTheLimit() {
        FakeNode node = new FakeNode().answering(Language.PYTHON, failed(Status.TIMEOUT, ""));

        assertThat(result(run(Launches.running(0), node), "PYTHON-001").message())
                .isEqualTo("The first Python cell did not end within 90 s.");
    }

    @Test
    void runWhenShellSessionFailsLeavesWhatDependsOnItUnanswered() {
        FakeNode node =
                new FakeNode().answering(Language.SHELL, failed(Status.FAILED, "Cannot run program \"bash\": error=2"));

        List<CheckResult> results = run(Launches.running(0), node);

        assertThat(result(results, "SHELL-001").message())
                .isEqualTo("The shell session could not be started: Cannot run program \"bash\": error=2");
        assertThat(result(results, "PIP-001").outcome()).isEqualTo(Outcome.ERROR);
        assertThat(result(results, "PIP-001").message())
                .isEqualTo("Could not be evaluated: the shell session gave no facts (see SHELL-001).");
    }

    @Test
    void runWhenExitCodeGetsLostFailsShell() {
        CellResult zero = new CellResult(
                Status.OK, EVERYTHING, "nodestart-stderr\n", Optional.empty(), Optional.empty(), 0, Duration.ZERO);

        assertThat(SessionChecks.shell(ProbeRun.of(zero)).message())
                .isEqualTo("A shell command's exit code or standard error got lost.");
    }

    @Test
    void runWhenVolumesAreEnabledAndFuseIsThereVolumesPass() {
        ObjectNode spec = Launches.spec();
        spec.putObject("spark_conf").put("spark.databricks.unityCatalog.volumes.enabled", "true");

        List<CheckResult> results = run(Launches.withLine("15.4", "15.4.x-scala2.12", spec), node(EVERYTHING));

        assertThat(result(results, "VOLUMES-001").outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void runWhenLibrariesUserIsNotLockedWarns() {
        FakeNode node = node(EVERYTHING.replace("libraries-locked\tyes", "libraries-locked\tno"));

        CheckResult libraries = result(run(Launches.running(0), node), "LIBRARIES-001");

        assertThat(libraries.outcome()).isEqualTo(Outcome.WARN);
        assertThat(libraries.message()).isEqualTo("The user [libraries] is not locked, as it is in the base images.");
    }

    @Test
    void runOnOlderLineAsksForNeitherUserNorAclNorLanguageServer() {
        String without = EVERYTHING.replaceAll("(?m)^.*(libraries|setfacl|language-server).*\\n", "");

        List<CheckResult> results = run(Launches.withLine("11.3", "11.3.x-scala2.12", Launches.spec()), node(without));

        assertThat(result(results, "LIBRARIES-001").outcome()).isEqualTo(Outcome.PASS);
        assertThat(result(results, "LSP-001").outcome()).isEqualTo(Outcome.SKIPPED);
        assertThat(result(results, "LSP-001").message()).isEqualTo("Applies to DBR [12.2+], this is [11.3].");
    }

    @Test
    void runWhenTheNodeIsGoneIsAnErrorForEveryCheck() {
        assertThat(run(Launches.running(0), new FakeNode()))
                .allSatisfy(result -> assertThat(result.outcome()).isEqualTo(Outcome.ERROR));
    }

    private static FakeNode node(String probeOutput) {
        return new FakeNode()
                .answering(Language.SHELL, probe(probeOutput))
                .answering(Language.JAR, ok("Hello, node, from Java 17\n", ""))
                .answering(Language.PYTHON, ok("", "2"), ok("", "42"))
                .answering(Language.R, ok("2", ""));
    }

    private List<CheckResult> run(Launch launch, FakeNode node) {
        return new CheckRunner(List.of(suite), Selection.all(), () -> 0).run(context(launch, node));
    }

    private static CheckContext context(Launch launch, FakeNode node) {
        return new CheckContext(launch, node, Optional.empty());
    }

    private static CheckResult result(List<CheckResult> results, String id) {
        return results.stream()
                .filter(result -> result.check().id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
