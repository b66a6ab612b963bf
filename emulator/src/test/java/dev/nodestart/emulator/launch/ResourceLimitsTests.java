package dev.nodestart.emulator.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.emulator.engine.ApiVersion;
import dev.nodestart.emulator.engine.EngineInfo;
import dev.nodestart.emulator.runtime.NodeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ResourceLimitsTests {
    private static final NodeType NODE = new NodeType("r5d.xlarge", 4, 34_359_738_368L, 150_000, 0, "", "amd64");

    private final List<String> notes = new ArrayList<>();

    @Test
    void ofWhenTheMachineIsSmallerSaysWhatTheNodeIsLimitedTo() {
        NodeLaunch.Resources resources = of(true);

        assertThat(resources.nanoCpus()).isEqualTo(OptionalLong.of(2_000_000_000L));
        assertThat(notes)
                .containsExactly(
                        "Approximated: node type [r5d.xlarge] has 4 cores, this engine's machine has 2 cores, so the container"
                                + " is limited to that.",
                        "Approximated: node type [r5d.xlarge] has 32.0 GiB of memory, this engine's machine has 8.0 GiB of"
                                + " memory, so the container is limited to that.");
    }

    @Test
    void ofWhenTheEngineDropsLimitsSetsNoneAndSaysSo() {
        NodeLaunch.Resources resources = of(false);

        assertThat(resources.nanoCpus()).isEmpty();
        assertThat(resources.memoryBytes()).isEmpty();
        assertThat(notes)
                .containsExactly(
                        "Approximated: this engine holds containers to no limits, so a node has what its machine"
                                + " has, 2 cores and 8.0 GiB of memory, and not what node type [r5d.xlarge] has.");
    }

    private NodeLaunch.Resources of(boolean limits) {
        EngineInfo machine = new EngineInfo(
                "20.10.24",
                new ApiVersion(1, 41),
                "Debian 12",
                "x86_64",
                2,
                8_589_934_592L,
                "overlay2",
                "1",
                limits,
                "/var/lib/docker",
                "docker-init",
                List.of("runc"),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                "",
                List.of());
        return new ResourceLimits(Optional.of(machine), notes::add).of(Optional.of(NODE), "root");
    }
}
