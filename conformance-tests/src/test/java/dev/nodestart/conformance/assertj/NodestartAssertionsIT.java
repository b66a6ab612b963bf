package dev.nodestart.conformance.assertj;

import static dev.nodestart.conformance.Capability.PYTHON;
import static dev.nodestart.conformance.Capability.R;
import static dev.nodestart.conformance.assertj.NodestartAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.nodestart.conformance.junit.Node;
import dev.nodestart.conformance.junit.NodeContainer;
import dev.nodestart.emulator.testing.TestEngine;
import dev.nodestart.emulator.testing.TestImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Every assertion on a real node: one that holds, and what the other one says. */
@ExtendWith(TestEngine.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NodestartAssertionsIT {
    private final NodeContainer container;
    private final Node node;

    NodestartAssertionsIT(TestImages images, @TempDir Path folder) throws IOException {
        Path script =
                Files.writeString(folder.resolve("tools.sh"), "#!/bin/bash\necho tools are there\ntouch /tmp/tools\n");
        container = NodeContainer.of(images.whole())
                .withDbr("15.4")
                .withEnv("JNAME", "java-17-openjdk-amd64")
                .withEnv("GREETING", "good night")
                .withInitScript(script);
        container.start();
        node = container.node();
    }

    @AfterAll
    void stop() {
        container.stop();
    }

    @Test
    void whatHoldsHolds() {
        assertThat(node)
                .hasCapability(PYTHON)
                .canImport("json", "ipykernel")
                .bootedWithin(Duration.ofMinutes(5))
                .hasFile("/etc/passwd")
                .hasDirectory("/databricks")
                .hasCommand("java")
                .hasUser("libraries")
                .hasEnvironment("GREETING", "good night")
                .runsCell("1 + 1")
                .printing("2")
                .and()
                .runs("echo hello; echo trouble >&2; exit 3")
                .withExitCode(3)
                .printing("hello")
                .printingError("trouble")
                .within(Duration.ofMinutes(1))
                .and()
                .ranInitScript("tools.sh")
                .successfully()
                .printing("tools are there");
        assertThat(container.cluster()).isRunning().bootedWithin(Duration.ofMinutes(5));
    }

    @Test
    void canImportWhenAModuleIsMissingNamesItAndSaysHowToInstallIt() {
        fails(() -> assertThat(node).canImport("json", "no_such_module")).isEqualTo("""
                        Expecting [%s] to import [json, no_such_module], but:
                          no_such_module: ModuleNotFoundError: No module named 'no_such_module'
                        Fix: install it into the Python of notebooks, in the Dockerfile [RUN /databricks/python3/bin/pip install no_such_module].\
                        """.formatted(node));
    }

    @Test
    void runsCellWhenItRaisesShowsItsTraceback() {
        fails(() -> assertThat(node).runsCell("print('before')\n1 / 0"))
                .startsWith("""
                        Expecting on [%s] the Python cell
                          print('before')
                          1 / 0
                        to run, but it raised.
                        Standard output:
                          before
                        Traceback\
                        """.formatted(node))
                .endsWith("ZeroDivisionError: division by zero");
    }

    @Test
    void printingWhenSomethingElseIsPrintedShowsIt() {
        fails(() -> assertThat(node).runsCell("6 * 7").printing("41")).isEqualTo("""
                        Expecting on [%s] the Python cell [6 * 7] to print [41], but it did not.
                        Result:
                          42\
                        """.formatted(node));
    }

    @Test
    void withExitCodeWhenItIsAnotherShowsWhatTheCommandWrote() {
        fails(() -> assertThat(node).runs("echo no such thing >&2; exit 4").successfully())
                .isEqualTo("""
                        Expecting on [%s] the command [echo no such thing >&2; exit 4] to leave exit code [0], but it left [4].
                        Standard error:
                          no such thing\
                        """.formatted(node));
    }

    @Test
    void ranInitScriptWhenThereIsNoSuchScriptNamesThoseThatRan() {
        fails(() -> assertThat(node).ranInitScript("other.sh").successfully())
                .startsWith("Expecting [" + node + "] to have run the init script [other.sh], but it ran only [")
                .endsWith("tools.sh].");
    }

    @Test
    void hasCapabilityWhenItDoesNotWorkGivesTheChecksMessageEvidenceAndRemedy() {
        fails(() -> assertThat(node).hasCapability(R))
                .startsWith("Expecting [" + node.launch().image().orElseThrow().reference()
                        + "] to support [r] on DBR [15.4], but it does not:\nR-")
                .contains("\n  Fix       ", "\n  Source    ");
    }

    @Test
    void bootedWithinWhenItTookLongerNamesTheSlowestStages() {
        fails(() -> assertThat(node).bootedWithin(Duration.ofMillis(1)))
                .startsWith("Expecting the cluster to start within 0.00 s, but it took ")
                .contains(" s. Its slowest stages:\n  ");
    }

    @Test
    void whatTheNodeLacksIsSaid() {
        fails(() -> assertThat(node).hasUser("nobody-here"))
                .startsWith("Expecting [" + node
                        + "] to have the user [nobody-here], but it has not.\nStandard output:\n  root daemon bin");
        fails(() -> assertThat(node).hasEnvironment("GREETING", "good morning"))
                .contains("to have the environment variable [GREETING] with the value [good morning]", "good night");
        fails(() -> assertThat(node).hasPythonPackage("no-such-package", "1.0"))
                .startsWith("Expecting [" + node
                        + "] to have the Python package [no-such-package] in version [1.0], but it has [none].");
    }

    @Test
    void softAssertionsTellAllFailuresAtOnce() {
        fails(() -> NodestartSoftAssertions.assertSoftly(softly -> {
                    softly.assertThat(node).hasFile("/no/such/file").canImport("no_such_module");
                    softly.assertThat(node).runsCell("6 * 7").printing("42").printing("41");
                    softly.assertThat(node).runsCell("1 / 0");
                    softly.assertThat(node).runs("exit 3").withExitCode(3);
                }))
                .startsWith("Multiple Failures (4 failures)")
                .contains("/no/such/file", "no_such_module", "to print [41]", "ZeroDivisionError");
    }

    @Test
    void statesCanBeWaitedFor() {
        node.bash("(sleep 0.2; touch /tmp/late) >/dev/null 2>&1 &");
        await().atMost(Duration.ofSeconds(30)).until(NodeStates.exists(node, "/tmp/late"));
        await().atMost(Duration.ofSeconds(30)).until(NodeStates.prints(node, "id -un", "root"));
        await().atMost(Duration.ofSeconds(30)).until(NodeStates.runsCell(node, "1 + 1"));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(node).hasFile("/tmp/late"));
    }

    private static AbstractStringAssert<?> fails(ThrowingCallable assertion) {
        AssertionError failure = catchThrowableOfType(AssertionError.class, assertion);
        assertThat(failure).isNotNull();
        return assertThat(String.valueOf(failure.getMessage()).strip());
    }
}
