package dev.nodestart.emulator.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.emulator.spec.SpecProblem;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretStoreTests {
    static SecretReader reader(Map<String, String> variables, Map<String, String> files) {
        return new SecretReader() {
            @Override
            public Optional<String> variable(String name) {
                return Optional.ofNullable(variables.get(name));
            }

            @Override
            public String file(String path) throws IOException {
                if (!files.containsKey(path)) {
                    throw new NoSuchFileException(path);
                }
                return files.get(path);
            }
        };
    }

    static SecretStore store(String... flags) {
        return SecretStore.of(
                List.of(flags), reader(Map.of("PW", "hunter2", "NONE", ""), Map.of("./pw", "from file\r\n")));
    }

    @Test
    void ofReadsVariablesAndFilesWithoutTheLastLineEnd() {
        SecretStore store = store("reg/pw=env:PW", "Reg.x@y/A-b_c=file:./pw");

        assertThat(store.problems()).isEmpty();
        assertThat(store.value(new SecretRef("reg", "pw"))).contains("hunter2");
        assertThat(store.value(new SecretRef("REG.x@y", "a-B_c"))).contains("from file");
        assertThat(store.value(new SecretRef("reg", "other"))).isEmpty();
        assertThat(store.toString()).isEqualTo("SecretStore[reg/pw, reg.x@y/a-b_c]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            reg=env:PW              | A flag --secret does not begin with [scope/key=].
            hunter2                 | A flag --secret does not begin with [scope/key=].
            a/b/c=env:PW            | A flag --secret does not begin with [scope/key=].
            reg/pw=hunter2          | Flag --secret for [reg/pw] has neither [env:NAME] nor [file:PATH].
            reg/pw=env:             | Flag --secret for [reg/pw] has neither [env:NAME] nor [file:PATH].
            reg/pw=                 | Flag --secret for [reg/pw] has neither [env:NAME] nor [file:PATH].
            reg/pw=env:GONE         | Secret [reg/pw] comes from the environment variable [GONE], which is not set.
            reg/pw=env:NONE         | Secret [reg/pw] is empty.
            reg/pw=file:/none       | Secret [reg/pw] comes from the file [/none], which cannot be read.
            """)
    void ofWhenFlagIsWrongSaysSoWithoutItsValue(String flag, String message) {
        List<SpecProblem> problems = store(flag).problems();

        assertThat(problems).extracting(SpecProblem::message).containsExactly(message);
        assertThat(problems).extracting(SpecProblem::isError).containsExactly(true);
        assertThat(problems.get(0).advice()).isNotBlank();
    }

    @Test
    void ofWhenSecretIsGivenTwiceSaysSo() {
        assertThat(store("reg/pw=env:PW", "REG/PW=env:PW").problems())
                .extracting(SpecProblem::message)
                .containsExactly("Secret [reg/pw] is given twice with --secret.");
    }
}
