package dev.nodestart.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class NodeConfTests {
    @Test
    void defaultsAreThoseOfACurrentLine() {
        NodeConf conf = new NodeConf(Map.of());
        assertThat(conf.driverNfs()).isTrue();
        assertThat(conf.libraryIsolation()).isTrue();
        assertThat(conf.ipykernel()).isTrue();
        assertThat(conf.python()).isEqualTo("/databricks/python3/bin/python3");
        assertThat(conf.replImports()).isEmpty();
    }

    @Test
    void replImportsAreSeparatedBySpaces() {
        NodeConf conf = new NodeConf(Map.of("NS_REPL_IMPORTS", "IPython google.protobuf "));
        assertThat(conf.replImports()).containsExactly("IPython", "google.protobuf");
    }

    @Test
    void notebookEnvironmentIsNotWantedWithoutDriverNfsOrIsolation() {
        assertThat(NotebookEnvironment.isWanted(new NodeConf(Map.of()))).isTrue();
        assertThat(NotebookEnvironment.isWanted(new NodeConf(Map.of("NS_DRIVER_NFS", "false"))))
                .isFalse();
        assertThat(NotebookEnvironment.isWanted(new NodeConf(Map.of("NS_LIBRARY_ISOLATION", "false"))))
                .isFalse();
    }

    @Test
    void notebookEnvironmentIsWantedInOldLinesWhichHaveNoDriverNfs() {
        assertThat(NotebookEnvironment.isWanted(
                        new NodeConf(Map.of("NS_DRIVER_NFS", "false", "NS_REPL", "pythonshell"))))
                .isTrue();
    }
}
