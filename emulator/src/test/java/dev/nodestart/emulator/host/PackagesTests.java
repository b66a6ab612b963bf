package dev.nodestart.emulator.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackagesTests {

    /** A database of packages: {@code apt-get install} writes one file for each, {@code dpkg-query} looks for it. */
    private static final String QUERY = "[ -e \"$state/has-$3\" ] && echo installed";

    private static final String APT =
            "[ $1 = install ] || exit 0; for p; do case $p in -*|install) ;; *) : > \"$state/has-$p\";; esac; done";

    @TempDir
    private Path folder;

    private FakeMachine fake = new FakeMachine(Path.of("/"));

    @BeforeEach
    void machine() throws IOException {
        fake = new FakeMachine(folder).with("dpkg-query", QUERY).with("apt-get", APT);
    }

    @Test
    void requireWhenAllAreInstalledInstallsNothing() throws Exception {
        fake.withState("has-docker-registry");
        packages(true).require("for tests", "docker-registry");
        assertThat(fake.called()).containsExactly("dpkg-query -W -f=${db:Status-Status} docker-registry");
        assertThat(fake.heard).isEmpty();
    }

    @Test
    void requireInstallsOnlyWhatIsMissingAndSaysSo() throws Exception {
        fake.withState("has-ca-certificates");
        packages(true).require("for tests", "docker-registry", "ca-certificates");
        assertThat(fake.heard).containsExactly("installing [docker-registry] for tests");
        assertThat(fake.called()).contains("apt-get install -y -q --no-install-recommends docker-registry");
    }

    @Test
    void requireTwiceInstallsOnce() throws Exception {
        packages(true).require("for tests", "docker-registry");
        packages(true).require("for tests", "docker-registry");
        assertThat(fake.called().stream().filter(call -> call.startsWith("apt-get install")))
                .hasSize(1);
    }

    @Test
    void requireWhenNotRootSaysWhatToRun() {
        assertThatThrownBy(() -> packages(false).require("for tests", "docker-registry"))
                .hasMessage(
                        "The packages [docker-registry], for tests, are not installed and only root may install them: run [apt-get install docker-registry] as root.");
    }

    @Test
    void mayInstallWhenUbuntuWithAptIsTrueAndOnOtherSystemsFalse() {
        assertThat(List.of("debian", "ubuntu", "fedora").stream()
                        .map(id -> fake.machine(true, false, id).mayInstall(fake.programs())))
                .containsExactly(true, true, false);
    }

    @Test
    void osReleaseReadsQuotedAndBareValues() throws Exception {
        Path file = java.nio.file.Files.writeString(
                folder.resolve("os-release"), "ID=debian\nPRETTY_NAME=\"Debian GNU/Linux 12\"\n\nVERSION_ID='12'\n");
        assertThat(Machine.osRelease(file))
                .isEqualTo(Map.of("ID", "debian", "PRETTY_NAME", "Debian GNU/Linux 12", "VERSION_ID", "12"));
    }

    private Packages packages(boolean root) {
        return new Packages(fake.programs(), fake.machine(root, false, "debian"), fake.listener());
    }
}
