package dev.nodestart.emulator.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.gpu.GpuWish;
import dev.nodestart.emulator.model.FolderChange;
import dev.nodestart.emulator.model.InitScriptRun;
import dev.nodestart.emulator.model.InitScriptStatus;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.model.ScriptChanges;
import dev.nodestart.emulator.model.TerminationType;
import dev.nodestart.emulator.recording.LogFile;
import dev.nodestart.emulator.recording.RecordedLogs;
import dev.nodestart.emulator.recording.Recording;
import dev.nodestart.emulator.testing.TestEngine;
import dev.nodestart.emulator.testing.TestImages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Given init scripts, when a node starts, then they run, fail and leave logs as on the platform (dcs.md §5). */
@ExtendWith(TestEngine.class)
class InitScriptsIT {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void scriptsRunGlobalFirstInOrderAndTheirLogsAreRecordedAndDelivered(Engine engine, TestImages images)
            throws InterruptedException, IOException {
        Path delivered = Files.createDirectories(folder.resolve("delivered"));
        Path shared = Files.createDirectories(folder.resolve("shared"));
        Files.writeString(shared.resolve("crlf.sh"), "echo three\r\n");
        String image = images.with(
                "RUN mkdir -p /opt/x && printf '#!/bin/sh\\necho four >/four\\necho four\\n' >/opt/x/in-image.sh");
        Launch launch = close(LaunchCase.spec(folder, """
                        {"cluster_name": "scripts", "spark_version": "15.4.x-scala2.12", "num_workers": 0,
                         "node_type_id": "i3.xlarge", "data_security_mode": "SINGLE_USER",
                         "spark_conf": {"spark.databricks.driverNfs.enabled": "false"},
                         "docker_image": {"url": "%s"},
                         "cluster_log_conf": {"dbfs": {"destination": "dbfs:/logs"}},
                         "init_scripts": [
                           {"workspace": {"destination": "/Shared/crlf.sh"}},
                           {"file": {"destination": "file:/opt/x/in-image.sh"}}]}
                        """.formatted(image))
                .map("dbfs:/logs", delivered)
                .map("workspace:/Shared", shared)
                .globalScript("00-global.sh", "#!/bin/bash\necho one; echo to-error >&2; echo $DB_IS_DRIVER\n")
                .globalScript("01-daemon.sh", "#!/bin/bash\nsleep 300 &\nprintf '\\377\\376 two\\n'\n")
                .launch(engine));

        assertThat(launch.state()).as(launch.toString()).isEqualTo(Launch.State.RUNNING);
        assertThat(launch.initScripts())
                .extracting(run -> run.global() + " " + run.destination() + " " + run.status() + " " + run.exitCode())
                .containsExactly(
                        "true 00-global.sh SUCCEEDED OptionalInt[0]",
                        "true 01-daemon.sh SUCCEEDED OptionalInt[0]",
                        "false /Shared/crlf.sh SUCCEEDED OptionalInt[0]",
                        "false file:/opt/x/in-image.sh SUCCEEDED OptionalInt[0]");
        assertThat(launch.initScripts())
                .extracting(InitScriptRun::duration)
                .allMatch(duration -> duration.compareTo(Duration.ofSeconds(60)) < 0);
        Map<String, String> logs = Map.of(
                "00_00-global.sh.stdout.log", "one\nTRUE\n",
                "00_00-global.sh.stderr.log", "to-error\n",
                "01_01-daemon.sh.stdout.log", "\uFFFD\uFFFD two\n",
                "02_crlf.sh.stdout.log", "three\r\n",
                "03_in-image.sh.stdout.log", "four\n");
        List<LogFile> recorded = RecordedLogs.files(Recording.at(launch.recording()), "driver");
        Path place = delivered
                .resolve(launch.clusterId())
                .resolve("init_scripts")
                .resolve(launch.clusterId() + "_" + launch.nodes().get(0).ip().replace('.', '_'));
        logs.forEach((name, text) -> {
            assertThat(recorded)
                    .filteredOn(log -> log.name().endsWith(name))
                    .extracting(LogFile::text)
                    .as(name)
                    .containsExactly(text);
            assertThat(recorded)
                    .filteredOn(LogFile::ofInitScript)
                    .allSatisfy(log -> assertThat(place.resolve(log.name())).hasContent(log.text()));
        });
        assertThat(recorded)
                .filteredOn(LogFile::ofInitScript)
                .allMatch(log -> log.name().matches("\\d{8}_\\d{6}_\\d\\d_.*\\.std(out|err)\\.log"));
    }

    @Test
    void failedScriptEndsTheClusterAndTheRestIsNotExecuted(Engine engine, TestImages images)
            throws InterruptedException {
        Launch launch = close(LaunchCase.of(folder, images.whole())
                .globalScript("good.sh", "#!/bin/bash\ntrue\n")
                .script("bad.sh", "#!/bin/bash\necho before the end\nexit 3\n")
                .script("late.sh", "#!/bin/bash\ntrue\n")
                .launch(engine));

        String bad = launch.initScripts().get(1).destination();
        assertThat(launch.initScripts())
                .extracting(InitScriptRun::status)
                .containsExactly(
                        InitScriptStatus.SUCCEEDED, InitScriptStatus.FAILED_EXECUTION, InitScriptStatus.NOT_EXECUTED);
        assertThat(launch.initScripts().get(1).exitCode()).isEqualTo(OptionalInt.of(3));
        assertThat(launch.initScripts().get(1).error()).contains("Script exit status is non-zero");
        terminated(
                launch,
                "INIT_SCRIPT_FAILURE",
                "Cluster scoped init script " + bad + " failed: Script exit status is non-zero");
        assertThat(launch.events())
                .extracting(event -> event.type())
                .containsExactly("CREATING", "INIT_SCRIPTS_STARTED", "INIT_SCRIPTS_FINISHED", "TERMINATING");
        assertThat(RecordedLogs.files(Recording.at(launch.recording()), "driver"))
                .filteredOn(log -> log.name().endsWith("bad.sh.stdout.log"))
                .extracting(LogFile::text)
                .containsExactly("before the end\n");
    }

    @Test
    void failedGlobalScriptHasItsOwnReason(Engine engine, TestImages images) throws InterruptedException {
        Launch launch = close(LaunchCase.of(folder, images.whole())
                .globalScript("bad.sh", "exit 1\n")
                .launch(engine));

        terminated(
                launch,
                "GLOBAL_INIT_SCRIPT_FAILURE",
                "Global init script bad.sh failed: Script exit status is non-zero");
    }

    @Test
    void scriptThatCannotBeFetchedKeepsAllFromRunning(Engine engine, TestImages images)
            throws InterruptedException, IOException {
        Path shared = Files.createDirectories(folder.resolve("shared"));
        Launch launch = close(LaunchCase.spec(folder, """
                        {"cluster_name": "scripts", "spark_version": "15.4.x-scala2.12", "num_workers": 0,
                         "node_type_id": "i3.xlarge", "data_security_mode": "SINGLE_USER",
                         "docker_image": {"url": "%s"},
                         "init_scripts": [{"workspace": {"destination": "/Shared/absent.sh"}}]}
                        """.formatted(images.whole()))
                .map("workspace:/Shared", shared)
                .globalScript("good.sh", "#!/bin/bash\ntrue\n")
                .launch(engine));

        assertThat(launch.initScripts())
                .extracting(InitScriptRun::status)
                .containsExactly(InitScriptStatus.NOT_EXECUTED, InitScriptStatus.FAILED_FETCH);
        assertThat(launch.termination().orElseThrow().code()).isEqualTo("INIT_SCRIPT_FAILURE");
        assertThat(launch.stateMessage().orElseThrow())
                .contains("Cluster scoped init script /Shared/absent.sh failed: ");
    }

    @Test
    void fileScriptThatTheImageLacksCannotBeFetched(Engine engine, TestImages images) throws InterruptedException {
        Launch launch =
                close(LaunchCase.spec(folder, """
                        {"cluster_name": "scripts", "spark_version": "15.4.x-scala2.12", "num_workers": 0,
                         "node_type_id": "i3.xlarge", "data_security_mode": "SINGLE_USER",
                         "docker_image": {"url": "%s"},
                         "init_scripts": [{"file": {"destination": "file:/absent.sh"}}]}
                        """.formatted(images.whole())).launch(engine));

        assertThat(launch.initScripts())
                .extracting(InitScriptRun::status)
                .containsExactly(InitScriptStatus.FAILED_FETCH);
        terminated(
                launch,
                "INIT_SCRIPT_FAILURE",
                "Cluster scoped init script file:/absent.sh failed: /absent.sh: No such file or directory");
    }

    @Test
    void scriptThatHangsIsStoppedAtItsLimitWithItsChildren(Engine engine, TestImages images)
            throws InterruptedException {
        Launch launch = close(LaunchCase.of(folder, images.whole())
                .limits(Limits.DEFAULT.withInitScript(Duration.ofSeconds(2)))
                .script("hang.sh", "#!/bin/bash\necho begun\nsleep 300 &\nsleep 301\n")
                .launch(engine));

        assertThat(launch.initScripts().get(0).error()).contains("Script was stopped after its limit of 2 seconds");
        assertThat(launch.initScripts().get(0).status()).isEqualTo(InitScriptStatus.FAILED_EXECUTION);
        assertThat(RecordedLogs.files(Recording.at(launch.recording()), "driver"))
                .filteredOn(log -> log.name().endsWith("hang.sh.stdout.log"))
                .extracting(LogFile::text)
                .containsExactly("begun\n");
    }

    @Test
    void scriptWithWindowsLineEndsFailsAsItDoesThere(Engine engine, TestImages images) throws InterruptedException {
        Launch launch = close(LaunchCase.of(folder, images.whole())
                .script("windows.sh", "#!/bin/bash\r\necho never\r\n".getBytes(StandardCharsets.UTF_8))
                .launch(engine));

        assertThat(launch.initScripts())
                .extracting(InitScriptRun::status)
                .containsExactly(InitScriptStatus.FAILED_EXECUTION);
        assertThat(launch.initScripts().get(0).exitCode()).isNotEqualTo(OptionalInt.of(0));
    }

    @Test
    void whatAScriptChangedIsRecorded(Engine engine, TestImages images) throws InterruptedException {
        Launch launch = close(LaunchCase.of(folder, images.whole())
                .extras(new LaunchExtras(true, List.of(), GpuWish.NONE))
                .script("clean.sh", """
                        #!/bin/bash
                        rm -f /usr/bin/virtualenv /usr/local/bin/virtualenv
                        echo 'alice:x:4711:4711::/home/alice:/bin/sh' >>/etc/passwd
                        echo 'export A=b' >/etc/profile.d/mine.sh
                        mkdir -p /opt/thing && echo 1 >/opt/thing/one && echo 2 >/opt/thing/two
                        sleep 300 >/dev/null 2>&1 &
                        """)
                .script("nothing.sh", "#!/bin/sh\ntrue\n")
                .launch(engine));

        assertThat(launch.initScripts().get(0).changes().noticed())
                .extracting(change -> change.words().replaceFirst("process [0-9]+", "process N"))
                .contains(
                        "added user alice (number 4711)",
                        "added settings /etc/profile.d/mine.sh",
                        "left running sleep (process N)")
                .anyMatch(words -> words.startsWith("removed virtualenv (/usr/"));
        assertThat(launch.initScripts().get(0).changes().files())
                .contains(
                        new FolderChange("/opt/thing", 2, 0, 0, List.of("+/opt/thing/one", "+/opt/thing/two")),
                        new FolderChange("/etc/profile.d", 1, 0, 0, List.of("+/etc/profile.d/mine.sh")));
        assertThat(launch.initScripts().get(1).changes()).isEqualTo(ScriptChanges.NONE);
    }

    private static void terminated(Launch launch, String code, String message) {
        assertThat(launch.state()).isEqualTo(Launch.State.TERMINATED);
        assertThat(launch.termination()).hasValueSatisfying(reason -> {
            assertThat(reason.code()).isEqualTo(code);
            assertThat(reason.type()).isEqualTo(TerminationType.CLIENT_ERROR);
            assertThat(reason.parameters()).containsEntry("databricks_error_message", message);
        });
    }

    private static Launch close(LaunchedCluster cluster) {
        cluster.close();
        return cluster.launch();
    }
}
