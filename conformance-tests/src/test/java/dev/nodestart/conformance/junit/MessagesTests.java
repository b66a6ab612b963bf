package dev.nodestart.conformance.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.nodestart.emulator.host.EngineAddress;
import dev.nodestart.emulator.host.EngineLocation;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The exact sentences of what goes wrong before a node is launched. */
class MessagesTests {

    @Test
    void noEngineSaysWhatWasTriedAndWhatToDo() {
        EngineAddress socket = new EngineAddress("unix:///var/run/docker.sock", Optional.empty(), "socket");
        assertThat(new NoEngineException(
                        new EngineLocation.Absent(List.of(new EngineLocation.Tried(socket, "there is no socket")))))
                .hasMessage("These tests need a container engine, and none answers; tried unix:///var/run/docker.sock"
                        + " (there is no socket). Start one (Docker Engine 20.10 or newer, or Podman with its socket)"
                        + " or name one in DOCKER_HOST. Tests that are to be left out on machines without one are run"
                        + " with [-Dnodestart.disabled=true].");
    }

    @Test
    void aFailedBuildShowsTheEndOfItsLog() {
        assertThat(BuildFailure.message(
                        Path.of("image/Dockerfile"),
                        "The command '/bin/sh -c apt-get install no-such' returned a non-zero code: 100",
                        List.of("Step 2/3 : RUN apt-get install no-such", "E: Unable to locate package no-such")))
                .isEqualTo("""
                        The image cannot be built from [image/Dockerfile]: The command '/bin/sh -c apt-get install no-such' returned a non-zero code: 100
                        The build's last lines:
                          Step 2/3 : RUN apt-get install no-such
                          E: Unable to locate package no-such""");
    }

    @Test
    void aBuildThatNeedsBuildKitSaysWhatToDoInstead() {
        assertThat(BuildFailure.message(Path.of("Dockerfile"), "the --mount option requires BuildKit", List.of()))
                .isEqualTo("The image cannot be built from [Dockerfile]: the --mount option requires BuildKit\n"
                        + "The engine's own builder is used here. Build the image with [docker build] and name it with"
                        + " [image] instead of [dockerfile].");
    }

    @Test
    void settingsWithoutAnImageAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LaunchSettings.NONE.check("@NodestartTest"))
                .withMessage("@NodestartTest says no image: give it an [image], a [dockerfile] to build, or a [spec]"
                        + " that names one.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LaunchSettings.NONE
                        .withImage("a:1")
                        .withDockerfile("Dockerfile", List.of())
                        .check("@NodestartTest"))
                .withMessage("@NodestartTest names both an image [a:1] and a dockerfile [Dockerfile]: leave one out.");
    }

    @Test
    void aBuildArgumentOfAnotherFormIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BuiltImage.of(Path.of("."), List.of("BASE")))
                .withMessage("[buildArgs]: [BASE] has not the form NAME=VALUE, such as [BASE=debian:12].");
    }
}
