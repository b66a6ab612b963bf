package dev.nodestart.conformance.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.emulator.node.CellResult;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Run by {@link NodestartTestIT}. */
@NodestartTest(image = "${test.image}", dbr = "15.4", env = "JNAME=java-17-openjdk-amd64")
class InjectedCase {
    private final Node fromConstructor;

    InjectedCase(Node node) {
        fromConstructor = node;
    }

    @Test
    void cellsAndCommands(Node node) {
        CellResult cell = node.python("1 + 1");
        assertThat(cell.result()).contains("2");
        assertThat(node.bash("hostname").stdout().strip()).isEqualTo(node.info().hostName());
    }

    @Test
    void sameLaunch(Cluster cluster) {
        assertThat(cluster.driver()).isSameAs(fromConstructor);
    }

    @Nested
    class Inner {
        @Test
        void nested(Node node) {
            assertThat(node).isSameAs(fromConstructor);
        }
    }
}
