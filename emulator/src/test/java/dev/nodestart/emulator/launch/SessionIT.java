package dev.nodestart.emulator.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.model.NodeInfo;
import dev.nodestart.emulator.node.CellResult;
import dev.nodestart.emulator.node.DriverSession;
import dev.nodestart.emulator.node.Language;
import dev.nodestart.emulator.testing.TestEngine;
import dev.nodestart.emulator.testing.TestImages;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Given a running cluster, when cells are run, then their sessions behave like a notebook's. */
@ExtendWith(TestEngine.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class SessionIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private Engine engine;
    private LaunchedCluster cluster;
    private NodeInfo driver;
    private DriverSession session;

    @BeforeAll
    void launch(Engine testEngine, TestImages images, @TempDir Path folder) throws InterruptedException {
        engine = testEngine;
        cluster = LaunchCase.of(folder, images.whole())
                .conf("spark.databricks.driverNfs.enabled=false")
                .launch(engine);
        driver = cluster.driver().orElseThrow();
        session = DriverSession.open(engine, driver.containerId());
    }

    @AfterAll
    void close() {
        session.close();
        cluster.close();
    }

    @Test
    void stateOfPythonAndShellPersistsAlsoForAnotherConnection() {
        session.run(Language.PYTHON, "kept = 41", LIMIT);
        session.run(Language.SHELL, "kept=shell", LIMIT);
        try (DriverSession other = DriverSession.open(engine, driver.containerId())) {
            assertThat(other.run(Language.PYTHON, "kept + 1", LIMIT).result()).contains("42");
            assertThat(other.run(Language.SHELL, "echo $kept", LIMIT).stdout()).isEqualTo("shell\n");
        }
    }

    @Test
    void outputErrorResultTracebackAndExitCodeAreToldApart() {
        CellResult good = session.run(
                Language.PYTHON, "import sys; print('to out \\u00e9'); print('to err', file=sys.stderr); 6 * 7", LIMIT);
        assertThat(good.status()).isEqualTo(CellResult.Status.OK);
        assertThat(good.stdout()).isEqualTo("to out é\n");
        assertThat(good.stderr()).isEqualTo("to err\n");
        assertThat(good.result()).contains("42");
        assertThat(good.traceback()).isEmpty();
        assertThat(good.exitCode()).isZero();

        CellResult bad = session.run(Language.PYTHON, "print('first'); 1 / 0", LIMIT);
        assertThat(bad.status()).isEqualTo(CellResult.Status.ERROR);
        assertThat(bad.stdout()).isEqualTo("first\n");
        assertThat(bad.result()).isEmpty();
        assertThat(bad.traceback().orElseThrow()).contains("ZeroDivisionError: division by zero");
        assertThat(bad.exitCode()).isEqualTo(1);

        CellResult shell = session.run(Language.SHELL, "echo out; echo err >&2; (exit 7)", LIMIT);
        assertThat(shell.status()).isEqualTo(CellResult.Status.ERROR);
        assertThat(shell.stdout() + shell.stderr()).isEqualTo("out\nerr\n");
        assertThat(shell.exitCode()).isEqualTo(7);
    }

    @Test
    void cellThatTakesTooLongIsStoppedAndItsSessionLivesOn() {
        session.run(Language.PYTHON, "before = 1", LIMIT);
        CellResult late = session.run(
                Language.PYTHON, "print('begun', flush=True)\nimport time; time.sleep(300)", Duration.ofSeconds(2));

        assertThat(late.status()).isEqualTo(CellResult.Status.TIMEOUT);
        assertThat(late.stdout()).isEqualTo("begun\n");
        assertThat(session.run(Language.PYTHON, "before", LIMIT).result()).contains("1");
    }

    @Test
    void shellCommandThatTakesTooLongIsStopped() {
        CellResult late = session.run(Language.SHELL, "echo begun; sleep 300", Duration.ofSeconds(2));

        assertThat(late.status()).isEqualTo(CellResult.Status.TIMEOUT);
        assertThat(session.run(Language.SHELL, "pgrep -f '^sleep 300' || echo gone", LIMIT)
                        .stdout())
                .isEqualTo("gone\n");
    }

    @Test
    void pythonProcessRunsBesideTheKernelOnItsInterpreter() {
        String kernel = session.run(Language.PYTHON, "import os, sys; print(sys.prefix, os.getpid())", LIMIT)
                .stdout();
        CellResult process = session.run(
                Language.PYTHON_PROCESS,
                "import os, sys; print(sys.prefix, os.getpid()); print('to err', file=sys.stderr); sys.exit(3)",
                LIMIT);

        assertThat(process.status()).isEqualTo(CellResult.Status.ERROR);
        assertThat(process.exitCode()).isEqualTo(3);
        assertThat(process.stderr()).isEqualTo("to err\n");
        assertThat(process.stdout()).isNotEqualTo(kernel).startsWith(kernel.substring(0, kernel.indexOf(' ') + 1));
    }

    @Test
    void pythonProcessThatTakesTooLongIsStopped() {
        CellResult late = session.run(Language.PYTHON_PROCESS, "import time; time.sleep(301)", Duration.ofSeconds(2));

        assertThat(late.status()).isEqualTo(CellResult.Status.TIMEOUT);
        assertThat(session.run(Language.SHELL, "pgrep -f 'sleep[(]301' || echo gone", LIMIT)
                        .stdout())
                .isEqualTo("gone\n");
    }

    @Test
    void cellWhoseConnectionIsClosedSaysSo() throws InterruptedException {
        DriverSession broken = DriverSession.open(engine, driver.containerId());
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<CellResult> cell = CompletableFuture.supplyAsync(
                () -> broken.run(Language.SHELL, "echo begun; sleep 5", LIMIT, (error, text) -> begun.countDown()));
        begun.await();
        broken.close();

        assertThatThrownBy(cell::join)
                .hasCauseInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("The connection to the driver was lost.");
        assertThat(session.run(Language.SHELL, "echo alive", LIMIT).stdout()).isEqualTo("alive\n");
    }

    @Test
    void twoHundredCellsLeaveNoProcessesBehind() {
        session.run(Language.PYTHON, "1", LIMIT);
        session.run(Language.SHELL, "true", LIMIT);
        int before = processes();
        for (int i = 0; i < 100; i++) {
            assertThat(session.run(Language.PYTHON, "1 + " + i, LIMIT).result()).contains(Integer.toString(1 + i));
            assertThat(session.run(Language.SHELL, "echo " + i, LIMIT).stdout()).isEqualTo(i + "\n");
        }
        assertThat(processes()).isEqualTo(before);
        for (int i = 0; i < 5; i++) {
            try (DriverSession once = DriverSession.open(engine, driver.containerId())) {
                assertThat(once.run(Language.SHELL, "true", LIMIT).status()).isEqualTo(CellResult.Status.OK);
            }
        }
        Awaitility.await()
                .atMost(LIMIT)
                .untilAsserted(() -> assertThat(processes()).isEqualTo(before));
    }

    private int processes() {
        return (int) InNode.run(engine, driver, "ps -e").lines().count();
    }
}
