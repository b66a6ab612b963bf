package dev.nodestart.emulator.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostSettingsTests {

    @TempDir
    private Path temp;

    @Test
    void writeToWhenMachineHasNothingSpecialWritesOnlyEmptySettings() throws IOException {
        write(Map.of("HOME", "/home/me", "PIP_TARGET", "/elsewhere"), List.of());
        assertThat(text("settings.sh")).isEmpty();
        assertThat(temp.resolve("host")).isDirectoryNotContaining("glob:**ca.crt");
    }

    @Test
    void writeToCarriesProxiesAndPipsWayToItsIndexQuotedForTheShell() throws IOException {
        write(Map.of("https_proxy", "http://o'hara:3128", "PIP_INDEX_URL", "https://index/simple"), List.of());
        assertThat(text("settings.sh")).isEqualTo("""
                        export PIP_INDEX_URL='https://index/simple'
                        export https_proxy='http://o'\\''hara:3128'
                        """);
    }

    @Test
    void writeToTakesTheCertificatesThatPipUsesBeforeTheSystemsOwn() throws IOException {
        file("root/etc/ssl/certs/ca-certificates.crt", "system");
        Path company = file("company.pem", "company");
        write(Map.of("PIP_CERT", company.toString()), List.of());
        assertThat(text("ca.crt")).isEqualTo("company");
        assertThat(text("settings.sh")).isEqualTo("""
                        export CURL_CA_BUNDLE='/tmp/build/host/ca.crt'
                        export PIP_CERT='/tmp/build/host/ca.crt'
                        export SSL_CERT_FILE='/tmp/build/host/ca.crt'
                        """);
    }

    @Test
    void writeToCarriesPipsConfigurationFiles() throws IOException {
        file("root/etc/pip.conf", "global");
        file("home/.config/pip/pip.conf", "user");
        Path chosen = file("chosen.conf", "chosen");
        write(Map.of("PIP_CONFIG_FILE", chosen.toString()), List.of());
        assertThat(text("pip-global/pip/pip.conf")).isEqualTo("global");
        assertThat(text("pip-user/pip/pip.conf")).isEqualTo("user");
        assertThat(text("pip.conf")).isEqualTo("chosen");
        assertThat(text("settings.sh"))
                .contains("XDG_CONFIG_DIRS='/tmp/build/host/pip-global'")
                .contains("XDG_CONFIG_HOME='/tmp/build/host/pip-user'")
                .contains("PIP_CONFIG_FILE='/tmp/build/host/pip.conf'");
    }

    @Test
    void writeToCarriesPackageSourcesWithKeyringPasswordsAndAptsSettings() throws IOException {
        Path keyring = file("debian.gpg", "key");
        file("root/etc/apt/auth.conf.d/mirror.conf", "machine mirror login me password it");
        write(
                Map.of(),
                List.of(new AptSource(
                        "https://mirror/debian", "bookworm", List.of("main"), Optional.of(keyring), false)));
        assertThat(text("apt/sources.list.d/host.sources"))
                .contains("Signed-By: /tmp/build/host/apt/keyrings/debian.gpg");
        assertThat(text("apt/keyrings/debian.gpg")).isEqualTo("key");
        assertThat(text("apt/auth.conf.d/mirror.conf")).startsWith("machine mirror");
        assertThat(text("apt.conf")).isEqualTo("""
                        Dir::Etc::sourcelist "/dev/null";
                        Dir::Etc::sourceparts "/tmp/build/host/apt/sources.list.d";
                        Dir::Etc::netrcparts "/tmp/build/host/apt/auth.conf.d";
                        Acquire::http::Proxy "http://proxy:3128";
                        """);
        assertThat(text("settings.sh")).isEqualTo("export APT_CONFIG='/tmp/build/host/apt.conf'\n");
    }

    private void write(Map<String, String> environment, List<AptSource> sources) throws IOException {
        FakeMachine fake = new FakeMachine(temp.resolve("fake")).with("apt-config", """
                        echo 'APT::Architecture "amd64";'
                        echo 'Acquire::http "";'
                        echo 'Acquire::http::Proxy "http://proxy:3128";'
                        echo 'Acquire::https::CaInfo "/etc/company.pem";'
                        """);
        new HostSettings(environment, temp.resolve("home"), temp.resolve("root"), fake.programs())
                .writeTo(temp.resolve("host"), sources);
    }

    private String text(String name) throws IOException {
        return Files.readString(temp.resolve("host").resolve(name));
    }

    private Path file(String name, String content) throws IOException {
        Path file = temp.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }
}
