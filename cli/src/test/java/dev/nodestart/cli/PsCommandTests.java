package dev.nodestart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.emulator.launch.ClusterRun.State;
import java.util.List;
import org.junit.jupiter.api.Test;

class PsCommandTests {

    @Test
    void linesGiveARowARun() {
        assertThat(PsCommand.lines(
                        List.of(
                                ClusterRuns.run("aaaaaaaa", State.STARTING, "ada"),
                                ClusterRuns.run("bbbbbbbb", State.RUNNING, "bartholomew")),
                        ClusterRuns.NOON.plusSeconds(300)))
                .containsExactly(
                        "RUN                       STATE     IMAGE       SPARK VERSION     NODES  USER         AGE    DETACHED",
                        "20261122-120000-aaaaaaaa  STARTING  my/image:1  15.4.x-scala2.12  1      ada          5 min  yes",
                        "20261122-120000-bbbbbbbb  RUNNING   my/image:1  15.4.x-scala2.12  1      bartholomew  5 min  yes");
    }

    @Test
    void jsonGivesEveryRunWithItsNodes() {
        assertThat(Json.text(RunJson.runs(List.of(ClusterRuns.run("aaaaaaaa", State.RUNNING, "ada")))))
                .isEqualTo("""
                        {
                          "runs": [
                            {
                              "run_id": "20261122-120000-aaaaaaaa",
                              "cluster_id": "1122-120000-aaaaaaaa",
                              "state": "RUNNING",
                              "image": "my/image:1",
                              "spark_version": "15.4.x-scala2.12",
                              "user": "ada",
                              "detached": true,
                              "started_at": "2026-11-22T12:00:00Z",
                              "recording": "/runs/20261122-120000-aaaaaaaa",
                              "nodes": [
                                {
                                  "name": "driver",
                                  "role": "driver",
                                  "container_id": "0123abcd",
                                  "container_state": "running",
                                  "ip": "10.139.64.10",
                                  "host_name": "1122-120000-aaaaaaaa-10-139-64-10"
                                }
                              ]
                            }
                          ]
                        }""");
    }

    @Test
    void jsonWhenThereIsNoRunIsADocumentToo() {
        assertThat(RunJson.runs(List.of())).hasToString("{\"runs\":[]}");
    }
}
