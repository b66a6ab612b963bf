package dev.nodestart.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ProcessTreeTests {
    @Test
    void parentWhenCommandNameHoldsSpacesAndBrackets() {
        assertThat(ProcessTree.parent("42 (a) b (c) S 7 42 42 0 -1 4194560")).isEqualTo(7);
    }

    @Test
    void belowFindsChildrenOfChildren() {
        Map<Long, Long> parents = Map.of(2L, 1L, 3L, 2L, 4L, 3L, 5L, 1L);
        assertThat(ProcessTree.below(2, parents)).containsExactly(3L, 4L);
    }

    @Test
    void belowWhenProcessHasNoChildren() {
        assertThat(ProcessTree.below(9, Map.of(2L, 1L))).isEmpty();
    }
}
