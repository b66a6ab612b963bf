package dev.nodestart.emulator.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.emulator.runtime.NodeType;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ResourcesTests {
    private static final NodeType NODE = new NodeType("m5d.large", 2, 8_000, 75_000, 0, "", "amd64");

    @Test
    void ofTakesTheSmallerOfNodeTypeAndMachine() {
        NodeLaunch.Resources small = NodeLaunch.Resources.of(Optional.of(NODE), 1, 9_000, "root");
        NodeLaunch.Resources large = NodeLaunch.Resources.of(Optional.of(NODE), 16, 7_000, "root");

        assertThat(small.nanoCpus()).isEqualTo(OptionalLong.of(1_000_000_000L));
        assertThat(small.memoryBytes()).isEqualTo(OptionalLong.of(8_000));
        assertThat(large.nanoCpus()).isEqualTo(OptionalLong.of(2_000_000_000L));
        assertThat(large.memoryBytes()).isEqualTo(OptionalLong.of(7_000));
    }

    @Test
    void ofWhenNodeTypeIsNotKnownSetsNoLimits() {
        NodeLaunch.Resources none = NodeLaunch.Resources.of(Optional.empty(), 4, 9_000, "root");

        assertThat(none.nanoCpus()).isEmpty();
        assertThat(none.memoryBytes()).isEmpty();
    }
}
