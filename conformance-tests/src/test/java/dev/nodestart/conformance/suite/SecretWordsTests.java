package dev.nodestart.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

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
}
