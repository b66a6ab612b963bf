package dev.nodestart.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RemedyTests {

    @Test
    void partsTellsSentencesFromLinesToPaste() {
        assertThat(Remedy.parts("Install it,\nand lock the user:\nRUN one\nRUN two\nthen start it."))
                .containsExactly(
                        new Remedy(false, "Install it, and lock the user:"),
                        new Remedy(true, "RUN one\nRUN two"),
                        new Remedy(false, "then start it."));
    }

    @Test
    void partsOfNothingIsNothing() {
        assertThat(Remedy.parts("")).isEmpty();
    }
}
