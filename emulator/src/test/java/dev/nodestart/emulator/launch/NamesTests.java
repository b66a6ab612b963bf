package dev.nodestart.emulator.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.emulator.model.NodeRole;
import dev.nodestart.emulator.spec.InitScript;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Names and addresses of runs, nodes and logs, for a fixed time and fixed randomness. */
class NamesTests {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:01Z");

    @Test
    void runIdsShareTheirTimeAndTheirSuffix() {
        RunIds ids = RunIds.next(Clock.fixed(NOON, ZoneOffset.UTC), new Random(1));

        assertThat(ids.clusterId()).matches("1122-120001-[a-z0-9]{8}");
        assertThat(ids.runId()).isEqualTo("2026" + ids.clusterId());
        assertThat(RunIds.next(Clock.fixed(NOON, ZoneOffset.UTC), new Random(1)))
                .isEqualTo(ids);
        assertThat(RunIds.instanceId(new Random(1))).matches("i-[0-9a-f]{17}");
    }

    @Test
    void subnetGivesAddressesFromTenOn() {
        Subnet subnet = new Subnet(7);

        assertThat(subnet.cidr()).isEqualTo("10.139.7.0/24");
        assertThat(subnet.address(0)).isEqualTo("10.139.7.10");
        assertThat(subnet.address(Subnet.capacity())).isEqualTo("10.139.7.254");
    }

    @Test
    void nodesAreNamedByNumberAndAddress() {
        NodePlan driver = NodePlan.of(0, "1122-120001-abcdefgh", "i-1", "10.139.7.10", Optional.empty());
        NodePlan worker = NodePlan.of(2, "1122-120001-abcdefgh", "i-2", "10.139.7.12", Optional.empty());

        assertThat(driver.name() + " " + driver.role() + " " + driver.hostName())
                .isEqualTo("driver DRIVER 1122-120001-abcdefgh-10-139-7-10");
        assertThat(worker.name()).isEqualTo("worker-2");
        assertThat(worker.role()).isEqualTo(NodeRole.WORKER);
        assertThat(worker.isDriver()).isFalse();
    }

    @Test
    void logNamesHaveTheTimeTheNumberAndTheScript() {
        assertThat(InitLogNames.of(
                        List.of(script("/Shared/a b.sh"), script("s3://bucket/set-up.sh"), script("/ends/")), NOON))
                .containsExactly(
                        "20261122_120001_00_a_b.sh", "20261122_120001_01_set-up.sh", "20261122_120001_02_script");
    }

    private static PlannedScript script(String destination) {
        return new PlannedScript(
                false, new InitScript(InitScript.Kind.WORKSPACE, destination), Optional.empty(), Optional.empty());
    }
}
