package dev.nodestart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

class MisuseTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--frobnicate | There is no flag [--frobnicate].",
                "b            | There is one argument too many: [b].",
                "--json       | [verify] has no [--json]; write [--report json=FILE]."
            })
    void sentenceNamesWhatIsTooMuch(String word, String sentence) {
        ParameterException failure = new UnmatchedArgumentException(verify(), List.of(word));

        assertThat(Misuse.sentence(failure)).isEqualTo(sentence);
    }

    @Test
    void sentenceLeavesOutTheParsersFirstWord() {
        ParameterException failure = new MissingParameterException(verify(), List.of(), "Error: Missing it");

        assertThat(Misuse.sentence(failure)).isEqualTo("Missing it");
    }

    @Test
    void ofCommandNamesTheNearest() {
        assertThat(Misuse.ofCommand("lauch", List.of("launch", "ps")))
                .isEqualTo("There is no command [lauch]; did you mean [launch]? Commands: launch, ps.");
        assertThat(Misuse.ofCommand("zzzzzz", List.of("launch", "ps")))
                .isEqualTo("There is no command [zzzzzz]. Commands: launch, ps.");
    }

    private static CommandLine verify() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        return Objects.requireNonNull(CommandLineRunner.whole(new Terminal(nowhere, nowhere, false, Map.of()))
                .getSubcommands()
                .get("verify"));
    }
}
