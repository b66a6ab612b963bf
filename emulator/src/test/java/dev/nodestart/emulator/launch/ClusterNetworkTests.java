package dev.nodestart.emulator.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClusterNetworkTests {

    @Test
    void privateNetworkGivesEachNodeAnAddress() {
        ClusterNetwork network = new ClusterNetwork("nodestart-1", Optional.of(new Subnet(7)));

        assertThat(network.address(0)).isEqualTo("10.139.7.10");
        assertThat(network.address(2)).isEqualTo("10.139.7.12");
        assertThat(network.approximated()).isEmpty();
    }

    @Test
    void hostsNetworkIsApproximated() {
        ClusterNetwork network = new ClusterNetwork("host", Optional.empty());

        assertThat(network.address(0)).isEqualTo("127.0.0.1");
        assertThat(network.approximated())
                .contains("Approximated: this engine can make no network, so the driver is on the host's, with the"
                        + " address 127.0.0.1.");
    }

    @Test
    void cannotBridgeKnowsWhatAnEngineWithoutRightsSays() {
        assertThat(ClusterNetwork.cannotBridge("Failed to create bridge br-1: Operation not permitted"))
                .isTrue();
        assertThat(ClusterNetwork.cannotBridge("Failed to create bridge br-1: operation not supported"))
                .isTrue();
        assertThat(ClusterNetwork.cannotBridge("Pool overlaps with other one on this address space"))
                .isFalse();
    }
}
