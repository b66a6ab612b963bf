package dev.nodestart.emulator.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.emulator.model.ImageDetails;
import dev.nodestart.emulator.model.ImageHistory;
import dev.nodestart.emulator.model.ImageInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretWordsTests {

    @ParameterizedTest
    @CsvSource({
        "DB_PASSWORD, hunter22",
        "TOKEN, abcd",
        "my-secret, s3cr3t",
        "AWS_SECRET_ACCESS_KEY, wJalrXUtnFEMI",
        "apikey, 0123456789",
        "GITHUB_PAT, abcdef12",
        "MYSQL_PWD, hunter22",
        "ANY, AKIAABCDEFGHIJKLMNOP",
        "ANY, dapi0123456789abcdef0123456789abcdef",
        "ANY, ghp_0123456789abcdefghijABCDEFGHIJ012345",
        "PIP_INDEX_URL, https://user:p4ss@pip.example/simple",
        "PIP_INDEX_URL, https://:p4ss@pip.example/simple",
        "GIT, https://abcdefghijklmnopqrstuvwxyz@git.example/r",
        "KEY, -----BEGIN RSA PRIVATE KEY-----"
    })
    void isSecretWhenNameAndValueOrFormSaySo(String name, String value) {
        assertThat(SecretWords.isSecret(name, value)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "PASSWORD_FILE, /run/secrets/password",
        "DB_PASSWORD, /run/secrets/password",
        "DB_PASSWORD, ''",
        "DB_PASSWORD, abc",
        "DB_PASSWORD, $OTHER",
        "DB_PASSWORD, {{secrets/scope/key}}",
        "DB_PASSWORD, changeme",
        "MAX_TOKEN, 4096",
        "USE_TOKEN, true",
        "GPG_KEY, A035C8C19219BA821ECEA86B64E628F8D684696D",
        "TOKENIZERS_PARALLELISM, false4",
        "PYTHON_SHA256, 0123456789",
        "KEY, AKIAIOSFODNN7EXAMPLE",
        "URL, https://git.example/user:name/x@1",
        "URL, https://$USER:$PASS@git.example/r",
        "URL, ssh://git@git.example/r"
    })
    void isSecretWhenItOnlyLooksLikeOneIsNot(String name, String value) {
        assertThat(SecretWords.isSecret(name, value)).isFalse();
    }

    @Test
    void assignedNamesVariablesAndOptions() {
        assertThat(
                        SecretWords.assigned(
                                "RUN |2 A_TOKEN=abcdefgh B=c sh -c curl --password=hunter22 --api-key abcdefgh; X_SECRET='a b c d' y"))
                .containsExactly("A_TOKEN", "--password", "--api-key", "X_SECRET");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RUN --mount=type=secret,id=token TOKEN=\"$(cat /run/secrets/token)\" make",
                "RUN docker login --password-stdin registry.example",
                "RUN echo $TOKEN=abcdefgh",
                "RUN TOKEN=${OTHER} make",
                "ARG TOKEN"
            })
    void assignedWhenNoLiteralIsGivenNamesNothing(String command) {
        assertThat(SecretWords.assigned(command)).isEmpty();
    }

    @Test
    void hiddenLeavesNothingOfSecrets() {
        assertThat(SecretWords.hidden(
                        "A_TOKEN=abcdefgh B=c --password 'hunter 22' https://u:p4ss@h/x AKIAABCDEFGHIJKLMNOP $1"))
                .isEqualTo("A_TOKEN=[hidden] B=c --password [hidden] https://[hidden]@h/x [hidden] $1");
    }

    @Test
    void hiddenValuesAreStillKnownToBeSecrets() {
        assertThat(SecretWords.hidden("A_TOKEN", "abcdefgh")).isEqualTo(SecretWords.HIDDEN);
        assertThat(SecretWords.hidden("A_TOKEN", "/run/token")).isEqualTo("/run/token");
        assertThat(SecretWords.isSecret("A_TOKEN", SecretWords.HIDDEN)).isTrue();
        assertThat(SecretWords.isSecret("INDEX", SecretWords.hidden("INDEX", "https://u:p4ss@h/x")))
                .isTrue();
        assertThat(SecretWords.assigned(SecretWords.hidden("RUN |1 A_TOKEN=abcdefgh x")))
                .containsExactly("A_TOKEN");
    }

    @Test
    void imageIsShownWithoutItsSecrets() {
        ImageInfo image = new ImageInfo(
                "my/image",
                "sha256:1",
                Optional.empty(),
                "linux",
                "amd64",
                1,
                "",
                List.of("serve", "--password=hunter22"),
                List.of(),
                Map.of("A_TOKEN", "abcdefgh", "LANG", "C.UTF-8"),
                Map.of("build", "https://u:p4ss@h/x"));
        ImageDetails details = new ImageDetails(
                List.of(), List.of(), "", 1, List.of(new ImageHistory("RUN |1 A_TOKEN=abcdefgh make", 5)));

        assertThat(ImageMask.of(image).toString() + ImageMask.of(details))
                .contains("--password=[hidden]", "A_TOKEN=[hidden]", "LANG=C.UTF-8", "https://[hidden]@h/x")
                .doesNotContain("hunter22", "abcdefgh", "p4ss");
    }
}
