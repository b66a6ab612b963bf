package dev.nodestart.emulator.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a pull that failed says something of the image. */
class MachineBlameTests {
    @Test
    void sentenceWhenDockerHubItselfIsNotKnownBlamesTheMachine() {
        assertThat(MachineBlame.sentence(
                        ImageReference.parse("acme/image:1"),
                        failure(
                                "acme/image:1",
                                "dial tcp: lookup registry-1.docker.io on 192.0.2.53:53: no such host")))
                .contains(
                        "The image [acme/image:1] cannot be fetched: the name service of the engine's machine does not"
                                + " know [docker.io], which is there. Was it built here? Then correct its name: [docker images]"
                                + " lists what the engine has. Else give the machine a network, or load the image with"
                                + " [docker load]. [dial tcp: lookup registry-1.docker.io on 192.0.2.53:53: no such host]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    dial tcp: lookup reg.example.com on 192.0.2.53:53: server misbehaving
                    dial tcp: lookup reg.example.com on [::1]:53: read udp [::1]:4->[::1]:53: read: connection refused
                    dial tcp: lookup reg.example.com on 192.0.2.53:53: read udp 192.0.2.9:4: i/o timeout
                    dial tcp: lookup reg.example.com: Temporary failure in name resolution
                    """)
    void sentenceWhenTheNameServiceIsSilentBlamesTheMachine(String text) {
        assertThat(MachineBlame.sentence(
                        ImageReference.parse("reg.example.com/image:1"), failure("reg.example.com/image:1", text)))
                .hasValueSatisfying(sentence -> assertThat(sentence)
                        .startsWith("The image [reg.example.com/image:1] cannot be fetched: the name service of the"
                                + " engine's machine does not answer."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    dial tcp: lookup reg.example.com on 192.0.2.53:53: no such host
                    dial tcp 192.0.2.7:443: connect: connection refused
                    manifest for reg.example.com/image:1 not found: manifest unknown
                    """)
    void sentenceWhenTheNameMayBeMisspeltOrTheRegistryIsInTheWayIsEmpty(String text) {
        assertThat(MachineBlame.sentence(
                        ImageReference.parse("reg.example.com/image:1"), failure("reg.example.com/image:1", text)))
                .isEmpty();
    }

    private static PullFailure failure(String image, String text) {
        return PullFailures.fromEngineText(ImageReference.parse(image), 500, text);
    }
}
