package dev.nodestart.emulator.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nodestart.emulator.host.EngineLocation.Absent;
import dev.nodestart.emulator.host.EngineLocation.Found;
import dev.nodestart.emulator.host.EngineLocation.Refused;
import dev.nodestart.emulator.host.EngineLocation.Tried;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineStarterTests {

    private static final EngineAddress SOCKET = EngineAddress.socket(Path.of("/var/run/docker.sock"), "socket");

    @TempDir
    private Path folder;

    private FakeMachine fake = new FakeMachine(Path.of("/"));

    @BeforeEach
    void machine() {
        fake = new FakeMachine(folder);
    }

    @Test
    void atHandWhenEngineAnswersDoesNothing() throws Exception {
        EngineAddress address =
                starter(true, false, "debian", () -> new Found(SOCKET)).atHand();
        assertThat(address).isEqualTo(SOCKET);
        assertThat(fake.called()).isEmpty();
    }

    @Test
    void atHandWhenChosenEngineIsRefusedSaysSoAndStartsNothing() throws Exception {
        fake.with("dockerd", "");
        assertThatThrownBy(() -> starter(true, false, "debian", () -> new Refused("Chosen, but gone."))
                        .atHand())
                .isInstanceOf(HostException.class)
                .hasMessage("Chosen, but gone.");
        assertThat(fake.called()).isEmpty();
    }

    @Test
    void atHandWhenSystemdRunsTheMachineStartsTheUnit() throws Exception {
        fake.with("dockerd", "").with("systemctl", "touch \"$state/up\"").with("service", "");
        starter(true, true, "debian", this::byState).atHand();
        assertThat(fake.called()).containsExactly("systemctl start docker");
        assertThat(fake.heard).containsExactly("starting systemctl start docker");
    }

    @Test
    void atHandWhenNoSystemdStartsTheService() throws Exception {
        fake.with("dockerd", "").with("systemctl", "").with("service", "touch \"$state/up\"");
        starter(true, false, "debian", this::byState).atHand();
        assertThat(fake.called()).containsExactly("service docker start");
    }

    @Test
    void atHandWhenServiceFailsStartsTheDaemonItself() throws Exception {
        fake.with("dockerd", "touch \"$state/up\"; exec /bin/sleep 1").with("service", "exit 3");
        fake.with("sh", "exec /bin/sh \"$@\"");
        starter(true, false, "debian", this::byState).atHand();
        assertThat(fake.called()).contains("service docker start", "dockerd ");
        assertThat(fake.heard).containsExactly("starting service docker start", "starting dockerd");
    }

    @Test
    void atHandWhenDaemonFailsTellsItsLastWordAndItsLog() throws Exception {
        fake.with("dockerd", "echo 'failed to start daemon: no cgroups.'; exit 1");
        fake.with("sh", "exec /bin/sh \"$@\"");
        assertThatThrownBy(() -> starter(true, false, "debian", this::byState).atHand())
                .isInstanceOf(HostException.class)
                .hasMessage(
                        "Docker's engine does not start: failed to start daemon: no cgroups. Its log is in [%s] or [/var/log/docker.log]; start the engine and try again."
                                .formatted(folder.resolve("state/dockerd.log")));
    }

    @Test
    void atHandWhenNothingIsInstalledInstallsFromThePackageSourcesAndSaysSoBefore() throws Exception {
        bareDebian();
        starter(true, false, "debian", this::byState).atHand();
        assertThat(fake.heard)
                .containsExactly(
                        "installing [docker.io, iptables, ca-certificates, tini] to run container images",
                        "starting service docker start");
        assertThat(fake.called())
                .containsSubsequence(
                        "apt-get update -q",
                        "apt-get install -y -q --no-install-recommends docker.io iptables ca-certificates tini",
                        "service docker start");
    }

    @Test
    void atHandWhenInstallationAlreadyStartedTheEngineStartsNothing() throws Exception {
        bareDebian();
        fake.with("apt-get", "case $1 in install) touch \"$state/up\";; esac");
        starter(true, false, "debian", this::byState).atHand();
        assertThat(fake.called()).doesNotContain("service docker start");
    }

    @Test
    void atHandWhenAptFailsTellsWhichCallAndItsLastWord() throws Exception {
        bareDebian();
        fake.with("apt-get", "echo 'E: Unable to locate package docker.io'; exit 100");
        assertThatThrownBy(() -> starter(true, false, "debian", this::byState).atHand())
                .hasMessage(
                        "[apt-get update -q] failed with exit code 100: E: Unable to locate package docker.io. Repair this machine's package sources, or install by hand and try again.");
    }

    @Test
    void atHandWhenNotRootAndNothingInstalledSaysWhatToRun() throws Exception {
        bareDebian();
        assertThatThrownBy(() -> starter(false, false, "debian", this::byState).atHand())
                .hasMessage(
                        "No container engine answers and none is installed. Only root may install one: run [sudo apt-get install docker.io].");
        assertThat(fake.called()).isEmpty();
    }

    @Test
    void atHandWhenAnotherSystemSaysWhatToInstallThere() {
        assertThatThrownBy(() -> starter(true, false, "fedora", this::byState).atHand())
                .hasMessage(
                        "No container engine answers and none is installed. On Test OS 1, install Docker Engine 20.10 or newer, or Podman with its socket, and start it.");
    }

    @Test
    void atHandWhenNotRootAndEngineInstalledSaysHowToStartIt() throws Exception {
        fake.with("dockerd", "").with("service", "");
        assertThatThrownBy(() -> starter(false, false, "debian", this::byState).atHand())
                .hasMessage(
                        "No container engine answers, and only root may start the one that is installed: run [sudo systemctl start docker] or [sudo service docker start].");
        assertThat(fake.called()).isEmpty();
    }

    @Test
    void atHandWhenSocketMayNotBeOpenedSaysWhoMay() {
        Supplier<EngineLocation> forbidden =
                () -> new Absent(List.of(new Tried(SOCKET, "this user may not open the socket")));
        assertThatThrownBy(() -> starter(false, false, "debian", forbidden).atHand())
                .hasMessage(
                        "An engine's socket is at [unix:///var/run/docker.sock], but this user may not open it: run as root, or [sudo usermod -aG docker $USER] and log in again.");
    }

    /** Debian's own shape: installing brings the programs, and the service starts the engine. */
    private void bareDebian() throws IOException {
        fake.with("dpkg-query", "exit 1")
                .with("apt-get", "case $1 in install) touch \"$state/installed\";; esac")
                .with("service", "touch \"$state/up\"");
    }

    private EngineLocation byState() {
        return fake.hasState("up") ? new Found(SOCKET) : new Absent(List.of(new Tried(SOCKET, "there is no socket")));
    }

    private EngineStarter starter(boolean root, boolean systemd, String osId, Supplier<EngineLocation> locate) {
        return new EngineStarter(
                locate, fake.programs(), fake.machine(root, systemd, osId), fake.listener(), time -> {});
    }

    @Test
    void socketOfNetworkAddressIsEmpty() {
        assertThat(new EngineAddress("tcp://build:2375", Optional.empty(), "DOCKER_HOST").socket())
                .isEmpty();
        assertThat(SOCKET.socket()).contains(Path.of("/var/run/docker.sock"));
    }
}
