package dev.nodestart.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.conformance.facts.Answer;
import dev.nodestart.emulator.node.CellResult;
import dev.nodestart.emulator.node.CellResult.Status;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KernelImportsTests {

    @Test
    void codeNamesTheModulesAndCanBeQuoted() {
        assertThat(KernelImports.code(List.of("IPython", "google.protobuf")))
                .contains("\"IPython google.protobuf\".split()")
                .doesNotContain("'")
                .doesNotContain("%NAMES%");
    }

    @Test
    void resultKeepsWhatTheInterpreterSaidAndHowItEnded() {
        CellResult crashed = result(Optional.of(new Answer(139, "importing\tIPython", "Segmentation fault")));

        assertThat(crashed.status()).isEqualTo(Status.ERROR);
        assertThat(crashed.exitCode()).isEqualTo(139);
        assertThat(crashed.stdout()).isEqualTo("importing\tIPython");
        assertThat(crashed.stderr()).isEqualTo("Segmentation fault");
        assertThat(result(Optional.of(new Answer(0, "", ""))).status()).isEqualTo(Status.OK);
    }

    @Test
    void resultWhenTheInterpreterWasEndedOrDidNotAnswerIsATimeout() {
        assertThat(result(Optional.of(new Answer(124, "", ""))).status()).isEqualTo(Status.TIMEOUT);
        assertThat(result(Optional.empty()).status()).isEqualTo(Status.TIMEOUT);
    }

    private static CellResult result(Optional<Answer> answer) {
        return KernelImports.result(answer, Duration.ofMillis(1));
    }
}
