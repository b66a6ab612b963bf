package dev.nodestart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsFolderTests {

    private static final Path HOME = Path.of("/home/ada");

    @Test
    void ofTakesTheUsersOwnChoiceFirst() {
        Map<String, String> environment = Map.of("NODESTART_RUNS", "/data/runs", "XDG_STATE_HOME", "/state");

        assertThat(RunsFolder.of(environment, HOME).path()).isEqualTo(Path.of("/data/runs"));
    }

    @Test
    void ofTakesTheFolderForStateNext() {
        assertThat(RunsFolder.of(Map.of("XDG_STATE_HOME", "/state"), HOME).path())
                .isEqualTo(Path.of("/state/nodestart/runs"));
    }

    @Test
    void ofWhenNothingIsSetOrBlankIsBelowHome() {
        assertThat(RunsFolder.of(Map.of("NODESTART_RUNS", " ", "XDG_STATE_HOME", ""), HOME)
                        .path())
                .isEqualTo(Path.of("/home/ada/.local/state/nodestart/runs"));
    }

    @Test
    void runIdsWhenThereIsNoFolderAreNone(@TempDir Path folder) {
        assertThat(new RunsFolder(folder.resolve("none")).runIds()).isEmpty();
    }

    @Test
    void runIdsAreNewestFirstAndOnlyRecordings(@TempDir Path folder) throws IOException {
        recording(folder, "20260101-000000-aaaaaaaa");
        recording(folder, "20260102-000000-aaaaaaaa");
        Files.createDirectory(folder.resolve("20260103-000000-aaaaaaaa"));

        assertThat(new RunsFolder(folder).runIds())
                .containsExactly("20260102-000000-aaaaaaaa", "20260101-000000-aaaaaaaa");
    }

    @Test
    void makeRoomLeavesPlaceForOneMoreAndSparesTheLiving(@TempDir Path folder) throws IOException {
        for (int i = 10; i < 62; i++) {
            recording(folder, "20260101-0000" + i + "-aaaaaaaa");
        }
        RunsFolder runs = new RunsFolder(folder);

        runs.makeRoom(() -> Set.of("20260101-000010-aaaaaaaa"));

        assertThat(runs.runIds())
                .hasSize(RunsFolder.KEPT)
                .endsWith("20260101-000013-aaaaaaaa", "20260101-000010-aaaaaaaa");
    }

    private static void recording(Path folder, String runId) throws IOException {
        Path run = Files.createDirectories(folder.resolve(runId).resolve("nodes"));
        Files.writeString(run.resolveSibling("launch.json"), "{}");
    }
}
