package dev.nodestart.emulator.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.emulator.host.EngineLocation.Absent;
import dev.nodestart.emulator.host.EngineLocation.Found;
import dev.nodestart.emulator.host.EngineLocation.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineLocatorTests {

    @TempDir
    private Path home;

    private final List<String> asked = new ArrayList<>();

    @Test
    void locateWhenDockerHostAnswersTakesItAndAsksNobodyElse() {
        assertThat(locate(Map.of("DOCKER_HOST", "tcp://build:2375"), "tcp://build:2375"))
                .isEqualTo(new Found(new EngineAddress("tcp://build:2375", Optional.empty(), "DOCKER_HOST")));
        assertThat(asked).containsExactly("tcp://build:2375");
    }

    @Test
    void locateWhenDockerHostDoesNotAnswerIsNeverReplaced() {
        assertThat(locate(Map.of("DOCKER_HOST", "tcp://build:2375"), "unix:///var/run/docker.sock"))
                .isEqualTo(
                        new Refused(
                                "The engine at [tcp://build:2375], chosen by DOCKER_HOST, does not answer: nobody is there. Start it, or unset DOCKER_HOST to use this machine's own engine."));
        assertThat(asked).containsExactly("tcp://build:2375");
    }

    @Test
    void locateWhenTlsIsToBeVerifiedTakesCertificatesOfTheCertPath() {
        assertThat(locate(
                        Map.of(
                                "DOCKER_HOST", "tcp://build:2376",
                                "DOCKER_TLS_VERIFY", "1",
                                "DOCKER_CERT_PATH", "/certs"),
                        "tcp://build:2376"))
                .isEqualTo(new Found(
                        new EngineAddress("tcp://build:2376", Optional.of(Path.of("/certs")), "DOCKER_HOST")));
    }

    @Test
    void locateWhenTlsIsToBeVerifiedWithoutCertPathTakesCertificatesOfTheConfigFolder() {
        assertThat(locate(Map.of("DOCKER_HOST", "tcp://build:2376", "DOCKER_TLS_VERIFY", "1"), "tcp://build:2376"))
                .isEqualTo(new Found(
                        new EngineAddress("tcp://build:2376", Optional.of(home.resolve(".docker")), "DOCKER_HOST")));
    }

    @Test
    void locateWhenEngineIsReachedOverSshSaysHowToForwardIt() {
        assertThat(locate(Map.of("DOCKER_HOST", "ssh://me@build"), "ssh://me@build"))
                .isEqualTo(
                        new Refused(
                                "The engine at [ssh://me@build], chosen by DOCKER_HOST, is reached over SSH, which Nodestart does not do: forward its socket with [ssh -L] and name that in DOCKER_HOST."));
    }

    @Test
    void locateWhenContextIsCurrentTakesItsEngine() throws IOException {
        context("lab", "unix:///run/lab.sock");
        config("{\"currentContext\": \"lab\"}");
        assertThat(locate(Map.of(), "unix:///run/lab.sock"))
                .isEqualTo(new Found(
                        new EngineAddress("unix:///run/lab.sock", Optional.empty(), "the Docker context [lab]")));
    }

    @Test
    void locateWhenVariableNamesContextItWinsOverTheCurrentOne() throws IOException {
        context("lab", "unix:///run/lab.sock");
        context("other", "unix:///run/other.sock");
        config("{\"currentContext\": \"lab\"}");
        assertThat(locate(Map.of("DOCKER_CONTEXT", "other"), "unix:///run/other.sock"))
                .isInstanceOf(Found.class);
        assertThat(asked).containsExactly("unix:///run/other.sock");
    }

    @Test
    void locateWhenContextHasCertificatesTakesThem() throws IOException {
        context("lab", "tcp://lab:2376");
        Path tls = home.resolve(".docker/contexts/tls").resolve(LAB).resolve("docker");
        Files.createDirectories(tls);
        assertThat(locate(Map.of("DOCKER_CONTEXT", "lab"), "tcp://lab:2376"))
                .isEqualTo(
                        new Found(new EngineAddress("tcp://lab:2376", Optional.of(tls), "the Docker context [lab]")));
    }

    @Test
    void locateWhenContextIsMissingNamesItAndTheWayOut() {
        assertThat(locate(Map.of("DOCKER_CONTEXT", "lab"), "unix:///var/run/docker.sock"))
                .isEqualTo(new Refused(
                        "The Docker context [lab] is chosen, but it is not there: [%s] cannot be read. Choose another one with [docker context use default], or unset DOCKER_CONTEXT."
                                .formatted(home.resolve(".docker/contexts/meta")
                                        .resolve(LAB)
                                        .resolve("meta.json"))));
        assertThat(asked).isEmpty();
    }

    @Test
    void locateWhenDockersSettingsAreBrokenNamesTheFile() throws IOException {
        config("{");
        assertThat(locate(Map.of(), "unix:///var/run/docker.sock"))
                .isEqualTo(new Refused(
                        "Docker's settings in [%s] cannot be read: they are not valid JSON. Repair or remove the file."
                                .formatted(home.resolve(".docker/config.json"))));
    }

    @Test
    void locateWhenDefaultContextIsCurrentLooksAtTheUsualSockets() throws IOException {
        config("{\"currentContext\": \"default\"}");
        assertThat(locate(Map.of(), "unix:///var/run/docker.sock")).isInstanceOf(Found.class);
    }

    @Test
    void locateWhenNothingAnswersHasTriedTheUsualSocketsInOrder() {
        assertThat(locate(Map.of("XDG_RUNTIME_DIR", "/run/user/7"), "none")).isInstanceOf(Absent.class);
        assertThat(asked)
                .containsExactly(
                        "unix:///var/run/docker.sock",
                        "unix:///run/user/7/docker.sock",
                        "unix://" + home + "/.docker/run/docker.sock",
                        "unix:///run/user/7/podman/podman.sock",
                        "unix:///run/podman/podman.sock");
    }

    @Test
    void locateWhenDockerHostIsBlankTreatsItAsUnset() {
        assertThat(locate(Map.of("DOCKER_HOST", " "), "unix:///var/run/docker.sock"))
                .isInstanceOf(Found.class);
    }

    /** SHA-256 of {@code lab}, the name of its folder. */
    private static final String LAB = "a51146d38077ff992eba84cf1d5e9b249073503eb74868699016153b031a38f7";

    private EngineLocation locate(Map<String, String> environment, String answering) {
        return new EngineLocator(environment, home, address -> {
                    asked.add(address.host());
                    return address.host().equals(answering) ? Optional.empty() : Optional.of("nobody is there");
                })
                .locate();
    }

    private void config(String json) throws IOException {
        Files.createDirectories(home.resolve(".docker"));
        Files.writeString(home.resolve(".docker/config.json"), json);
    }

    private void context(String name, String host) throws IOException {
        String folder = name.equals("lab") ? LAB : OTHER;
        Path meta = home.resolve(".docker/contexts/meta").resolve(folder);
        Files.createDirectories(meta);
        Files.writeString(
                meta.resolve("meta.json"),
                "{\"Name\": \"%s\", \"Endpoints\": {\"docker\": {\"Host\": \"%s\"}}}".formatted(name, host));
    }

    private static final String OTHER = "d9298a10d1b0735837dc4bd85dac641b0f3cef27a47e5d53a54f2f3f5b2fcffa";
}
