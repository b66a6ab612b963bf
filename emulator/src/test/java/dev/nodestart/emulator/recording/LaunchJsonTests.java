package dev.nodestart.emulator.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nodestart.emulator.data.JsonText;
import dev.nodestart.emulator.model.ClusterEvent;
import dev.nodestart.emulator.model.FolderChange;
import dev.nodestart.emulator.model.GpuAccess;
import dev.nodestart.emulator.model.GpuWay;
import dev.nodestart.emulator.model.ImageInfo;
import dev.nodestart.emulator.model.InitScriptRun;
import dev.nodestart.emulator.model.InitScriptStatus;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.model.NodeInfo;
import dev.nodestart.emulator.model.NodeRole;
import dev.nodestart.emulator.model.OverlayEntry;
import dev.nodestart.emulator.model.ScriptChange;
import dev.nodestart.emulator.model.ScriptChanges;
import dev.nodestart.emulator.model.Stage;
import dev.nodestart.emulator.model.StageOutcome;
import dev.nodestart.emulator.model.StageRun;
import dev.nodestart.emulator.model.TerminationReason;
import dev.nodestart.emulator.model.TerminationType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A launch that is written and read back is the same launch. */
class LaunchJsonTests {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123Z");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static Launch failed(Path folder) {
        return new Launch(
                "run-1",
                "1122-120000-abcdefgh",
                NOON,
                JSON.objectNode().put("cluster_name", "x"),
                "15.4.x-scala2.12",
                "15.4",
                Optional.of(new ImageInfo(
                        "acme/image:1",
                        "sha256:1",
                        Optional.of("sha256:2"),
                        "linux",
                        "amd64",
                        5_000_000_000L,
                        "app",
                        List.of("/entry"),
                        List.of("a", "b"),
                        Map.of("A", "1"),
                        Map.of("l", "2"),
                        List.of("/data"))),
                Launch.State.TERMINATED,
                Optional.of(new TerminationReason(
                        "INIT_SCRIPT_FAILURE", TerminationType.CLIENT_ERROR, Map.of("instance_id", "i-1"))),
                Optional.of("Init scripts failed."),
                Optional.empty(),
                List.of(new NodeInfo("driver", NodeRole.DRIVER, "i-1", "c1", "10.139.1.10", "host")),
                List.of(new StageRun(
                        "driver", Stage.INIT_SCRIPTS, NOON, Duration.ofNanos(1_234_000), StageOutcome.FAILED, "why")),
                List.of(new ClusterEvent(
                        "1122-120000-abcdefgh",
                        NOON,
                        "TERMINATING",
                        JSON.objectNode().put("k", 1))),
                List.of(
                        new InitScriptRun(
                                "driver",
                                true,
                                "g.sh",
                                InitScriptStatus.FAILED_EXECUTION,
                                OptionalInt.of(3),
                                Duration.ofMillis(5),
                                Optional.of("Script exit status is non-zero"),
                                "log-0",
                                new ScriptChanges(
                                        List.of(new ScriptChange(
                                                ScriptChange.Kind.TOOL, ScriptChange.Act.REMOVED, "ps", "/usr/bin/ps")),
                                        List.of(new FolderChange("/usr/bin", 0, 0, 1, List.of("-/usr/bin/ps"))))),
                        new InitScriptRun(
                                "driver",
                                false,
                                "c.sh",
                                InitScriptStatus.NOT_EXECUTED,
                                OptionalInt.empty(),
                                Duration.ZERO,
                                Optional.empty(),
                                "log-1")),
                List.of(new OverlayEntry("/databricks/x", OverlayEntry.Fate.SHADOWED)),
                List.of("a note"),
                folder);
    }

    private static GpuAccess mapped() {
        return new GpuAccess(
                "all",
                Optional.of(GpuWay.EXPLICIT),
                "device nodes [/dev/nvidia0]",
                "20.10.24",
                List.of("/dev/nvidia0"),
                Map.of(GpuWay.CDI, "no CDI"));
    }

    private static GpuAccess none() {
        return new GpuAccess("2", Optional.empty(), "no toolkit", "20.10.24", List.of(), Map.of());
    }

    private static Launch unknown(Path folder) {
        return new Launch(
                "run-2",
                "1122-120000-abcdefgi",
                NOON,
                JSON.objectNode(),
                "15.4.x-scala2.12",
                "15.4",
                Optional.empty(),
                Launch.State.INCONCLUSIVE,
                Optional.empty(),
                Optional.empty(),
                Optional.of("The engine went away."),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                folder);
    }

    @Test
    void loadWhenSavedGivesTheSameLaunch(@TempDir Path folder) {
        for (Launch launch : List.of(
                failed(folder),
                unknown(folder),
                failed(folder).withGpu(mapped()),
                unknown(folder).withGpu(none()))) {
            Recording.at(folder).save(launch);

            assertThat(Recording.at(folder).load()).isEqualTo(launch);
        }
    }

    @Test
    void loadWhenRecordingIsOlderThanVolumesHasNone(@TempDir Path folder) throws IOException {
        Recording.at(folder).save(failed(folder));
        Path file = folder.resolve("launch.json");
        ObjectNode json = (ObjectNode) JsonText.read(Files.readString(file));
        ((ObjectNode) json.path("image")).remove("volumes");
        Files.writeString(file, json.toString());

        assertThat(Recording.at(folder).load().image().orElseThrow().volumes()).isEmpty();
    }

    @Test
    void saveWritesEventsInTheApisJson(@TempDir Path folder) throws IOException {
        Recording.at(folder).save(failed(folder));

        assertThat(Files.readString(folder.resolve("events.json")))
                .contains("\"timestamp\" : " + NOON.toEpochMilli(), "\"type\" : \"TERMINATING\"", "\"k\" : 1");
    }

    @Test
    void loadWhenFolderIsNoRecordingSaysSo(@TempDir Path folder) {
        assertThatThrownBy(() -> Recording.at(folder).load())
                .isInstanceOf(RecordingException.class)
                .hasMessage("The folder [" + folder + "] is not the recording of a run: it has no launch.json.");
    }

    @Test
    void loadWhenFileIsDamagedSaysWhere(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("launch.json"), "{\"run_id\": ");

        assertThatThrownBy(() -> Recording.at(folder).load())
                .isInstanceOf(RecordingException.class)
                .hasMessageStartingWith("The recording [" + folder.resolve("launch.json") + "] is damaged: ");
    }
}
