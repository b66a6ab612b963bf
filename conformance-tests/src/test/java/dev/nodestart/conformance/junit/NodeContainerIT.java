package dev.nodestart.conformance.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.launch.Labels;
import dev.nodestart.emulator.testing.TestEngine;
import dev.nodestart.emulator.testing.TestImages;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.utility.DockerImageName;

/** A node beside other containers of Testcontainers. */
@ExtendWith(TestEngine.class)
class NodeContainerIT {

    @Test
    void aNodeAndAnotherContainerReachEachOtherByName(Engine engine, TestImages images) throws Exception {
        try (Network network = Network.newNetwork();
                GenericContainer<?> other = new GenericContainer<>(DockerImageName.parse(images.whole()))
                        .withNetwork(network)
                        .withNetworkAliases("store")
                        .withCommand("sleep", "600");
                NodeContainer container = NodeContainer.of(images.whole())
                        .withDbr("15.4")
                        .withEnv("JNAME", "java-17-openjdk-amd64")
                        .withNetwork(network)
                        .withNetworkAliases("databricks")
                        .dependsOn(other)) {
            other.start();
            container.start();
            Node node = container.node();
            assertThat(node.bash("getent hosts store").exitCode()).isZero();
            for (String name : List.of("databricks", node.info().hostName())) {
                ExecResult found = other.execInContainer("getent", "hosts", name);
                assertThat(found.getExitCode()).as(name).isZero();
            }
            assertThat(node.launch().notes())
                    .contains("The nodes are on the network [" + network.getId()
                            + "] too, through a further interface that no node of the platform has.");
            assertThat(engine.containers()
                            .labelled(List.of(DockerClientFactory.TESTCONTAINERS_SESSION_ID_LABEL + "="
                                    + DockerClientFactory.SESSION_ID)))
                    .extracting(found -> found.id())
                    .contains(container.getContainerId());
            String run = Labels.ofRun(node.launch().runId());
            container.stop();
            assertThat(engine.containers().labelled(List.of(run))).isEmpty();
            assertThat(engine.networks().labelled(List.of(run))).isEmpty();
            assertThat(container.isRunning()).isFalse();
            assertThatIllegalStateException()
                    .isThrownBy(container::node)
                    .withMessage("The node is not started: it has no cluster.");
        }
    }

    @Test
    void aContainerFieldIsStartedAndStopped(TestImages images) {
        Kit kit = Kit.with();
        System.setProperty(ContainerFieldCase.IMAGE, images.whole());
        try {
            kit.run(ContainerFieldCase.class);
        } finally {
            System.clearProperty(ContainerFieldCase.IMAGE);
        }
        assertThat(kit.failures()).isEmpty();
        assertThat(kit.succeeded()).containsExactly("runs()");
    }

    @Test
    void startWhenTheImageDoesNotBootThrowsTheDiagnosisAndLeavesNothing(TestImages images) {
        try (NodeContainer container = NodeContainer.of(images.with("RUN rm /usr/bin/virtualenv"))
                .withDbr("15.4")
                .withEnv("JNAME", "java-17-openjdk-amd64")) {
            org.assertj.core.api.Assertions.assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(container::start)
                    .withMessageStartingWith("DOES_NOT_BOOT  ")
                    .withMessageContaining("DCS-F01");
            assertThat(container.isRunning()).isFalse();
        }
    }
}
