package dev.nodestart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user pastes, and what the command answers. */
class ExplainCommandTests {
    private static final String MESSAGE = "Container setup has timed out";

    @TempDir
    Path folder;

    @Test
    void explainOfAMessagePrintsCauseRemedyAndEvidence() {
        Run run = run("explain", MESSAGE);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .startsWith("Took [the message] for a message of 1 line.\n\n  1. The image is so large")
                .contains("     Evidence  line 1: Container setup has timed out\n")
                .contains("     Source    DCS-F10, likely, dcs.md F10\n");
    }

    @Test
    void explainWhenNothingIsKnownSaysSoAndEndsWithFour() {
        Run run = run("explain", "the flux failed");

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.out())
                .contains("Not known: no known cause fits what is written there.\n\nSeen\n  line 1: the flux failed\n");
    }

    @Test
    void explainJsonIsOneDocument() throws IOException {
        Path file = Files.writeString(folder.resolve("reason.json"), "{\"code\": \"TRIAL_EXPIRED\", \"type\": \"X\"}");

        var json = new ObjectMapper()
                .readTree(run("explain", file.toString(), "--json").out());

        assertThat(json.path("explained").asBoolean()).isTrue();
        assertThat(json.path("form").asText()).isEqualTo("termination_reason");
        assertThat(json.at("/diagnosis/0/id").asText()).isEqualTo("TERM-TRIAL_EXPIRED");
        assertThat(json.at("/diagnosis/0/blame").asText()).isEqualTo("workspace");
    }

    @Test
    void explainWhenThereIsNoSuchFileSaysWhatItTakes() {
        Run run = run("explain", "nope.log");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("nodestart: [nope.log] is neither a file, nor a folder, nor the id of a recorded run; a"
                        + " message goes in quotes, or through standard input with [nodestart explain -].\n");
    }

    @Test
    void explainWhenTheFileIsEmptyIsBadInput() throws IOException {
        Path file = Files.createFile(folder.resolve("empty.log"));

        assertThat(run("explain", file.toString()).exitCode()).isEqualTo(2);
    }

    @Test
    void explainWhenTheLineIsNoneSaysSo() {
        assertThat(run("explain", MESSAGE, "--dbr", "new").err())
                .isEqualTo("nodestart: --dbr takes a runtime line such as 15.4, not [new].\n");
    }

    private Run run(String... arguments) {
        return Run.of(Map.of("NODESTART_RUNS", folder.resolve("runs").toString()), arguments);
    }
}
