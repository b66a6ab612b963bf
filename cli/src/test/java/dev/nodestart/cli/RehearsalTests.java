package dev.nodestart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What the launcher script trains the archive of classes with. */
class RehearsalTests {
    @Test
    void callDiagnosesAFailureToItsEnd() throws IOException {
        assertThat(new Rehearsal().call()).isZero();
    }
}
