package dev.nodestart.conformance.junit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;

/** Run by {@link NodeContainerIT}. */
@Testcontainers
class ContainerFieldCase {
    static final String IMAGE = "nodestart.test.container-field";

    @Container
    private static final NodeContainer NODE =
            NodeContainer.of(System.getProperty(IMAGE, "")).withDbr("15.4").withEnv("JNAME", "java-17-openjdk-amd64");

    @Test
    void runs() {
        assertThat(NODE.node().python("21 * 2").result()).contains("42");
    }
}
