package dev.nodestart.emulator.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AptSourcesTests {

    private static final Path KEYRING = Path.of("/usr/share/keyrings/debian.gpg");

    @Test
    void stanzasWhenSuitesAndUrisAreManyGivesEachPairAndSkipsComments() {
        assertThat(AptSources.stanzas("""
                        Types: deb deb-src
                        # URIs: http://old/debian
                        URIs: http://mirror/debian
                        Suites: bookworm bookworm-updates
                        Components: main contrib
                        Signed-By: /usr/share/keyrings/debian.gpg

                        Types: deb
                        Enabled: no
                        URIs: http://mirror/off
                        Suites: bookworm
                        Components: main

                        Types: deb-src
                        URIs: http://mirror/sources
                        Suites: bookworm
                        Components: main
                        """))
                .containsExactly(
                        source("http://mirror/debian", "bookworm", List.of("main", "contrib"), Optional.of(KEYRING)),
                        source(
                                "http://mirror/debian",
                                "bookworm-updates",
                                List.of("main", "contrib"),
                                Optional.of(KEYRING)));
    }

    @Test
    void stanzasWhenKeyStandsInTheFileFallsBackToTheTrustedKeys() {
        assertThat(AptSources.stanzas("""
                        Types: deb
                        URIs: http://mirror/debian
                        Suites: bookworm
                        Components: main
                        Signed-By:
                         -----BEGIN PGP PUBLIC KEY BLOCK-----
                         .
                         abc
                        """))
                .containsExactly(source("http://mirror/debian", "bookworm", List.of("main"), Optional.empty()));
    }

    @Test
    void linesWhenOptionsAreGivenReadsKeyringAndTrust() {
        assertThat(AptSources.lines("""
                                # deb http://mirror/debian buster main
                                deb [arch=amd64 signed-by=/usr/share/keyrings/debian.gpg] http://mirror/debian bookworm main contrib # ours
                                deb [trusted=yes] file:/srv/debian bookworm-security main
                                deb-src http://mirror/debian bookworm main
                                """))
                .containsExactly(
                        source("http://mirror/debian", "bookworm", List.of("main", "contrib"), Optional.of(KEYRING)),
                        new AptSource(
                                "file:/srv/debian", "bookworm-security", List.of("main"), Optional.empty(), true));
    }

    @Test
    void debianWhenMachineIsAnotherReleaseAsksTheSameMirrorsForTheWantedOne(@TempDir Path etc) throws IOException {
        Files.writeString(etc.resolve("sources.list"), """
                deb http://mirror/debian trixie main non-free
                deb http://mirror/debian-security trixie-security main
                deb http://vendor/linux trixie stable
                deb http://vendor/node nodistro main
                """);
        assertThat(AptSources.debian(etc, "bookworm"))
                .containsExactly(
                        source("http://mirror/debian", "bookworm", List.of("main"), Optional.empty()),
                        source(
                                "http://mirror/debian-security",
                                "bookworm-security",
                                List.of("main"),
                                Optional.empty()));
    }

    @Test
    void debianWhenMachineIsUbuntuIsEmpty(@TempDir Path etc) throws IOException {
        Files.writeString(etc.resolve("sources.list"), "deb http://mirror/ubuntu jammy main universe\n");
        assertThat(AptSources.debian(etc, "bookworm")).isEmpty();
    }

    @Test
    void stanzaNamesTheKeyringThatItIsGiven() {
        assertThat(source("http://mirror/debian", "bookworm", List.of("main"), Optional.of(KEYRING))
                        .stanza(Optional.of(Path.of("/tmp/k.gpg"))))
                .isEqualTo("""
                        Types: deb
                        URIs: http://mirror/debian
                        Suites: bookworm
                        Components: main
                        Signed-By: /tmp/k.gpg

                        """);
    }

    private static AptSource source(String uri, String suite, List<String> components, Optional<Path> signedBy) {
        return new AptSource(uri, suite, components, signedBy, false);
    }
}
