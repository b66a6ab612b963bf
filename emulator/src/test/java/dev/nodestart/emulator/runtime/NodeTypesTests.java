package dev.nodestart.emulator.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeTypesTests {
    private final NodeTypes types = NodeTypes.builtIn();

    @Test
    void findGivesSizesInBytes() {
        assertThat(types.find("i3.xlarge"))
                .contains(new NodeType("i3.xlarge", 4, 61L << 29, 950_000_000_000L, 0, "", "amd64"));
    }

    @Test
    void findGivesGpus() {
        assertThat(types.find("p4d.24xlarge"))
                .contains(new NodeType("p4d.24xlarge", 96, 1152L << 30, 8_000_000_000_000L, 8, "A100 40G", "amd64"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"m6gd.xlarge", "r6gd.4xlarge", "Standard_D4pds_v5"})
    void findWhenArm64FamilyGivesArchitectureOnly(String id) {
        assertThat(types.find(id)).contains(new NodeType(id, 0, 0, 0, 0, "", "arm64"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "m6gd", "m6gdxlarge", "Standard_D4ds_v6", "i3.xlarge.metal"})
    void findWhenUnknownIsEmpty(String id) {
        assertThat(types.find(id)).isEmpty();
    }

    @Test
    void listGivesEveryRow() {
        assertThat(types.list()).hasSize(20);
        assertThat(types.arm64Families()).containsExactly("m6gd.*", "r6gd.*", "Standard_D*pds_*");
    }
}
