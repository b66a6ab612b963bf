package dev.nodestart.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.emulator.node.CellResult;
import dev.nodestart.emulator.node.CellResult.Status;
import dev.nodestart.emulator.node.NodeOutput;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LibraryInstallTests {

    @Test
    void resultTakesTheExitStatusFromTheLastLine() {
        assertThat(result("step pip\n0\n").status()).isEqualTo(Status.OK);
        assertThat(result("step pip\n2\n").status()).isEqualTo(Status.ERROR);
        assertThat(result("step pip\n2\n").exitCode()).isEqualTo(2);
    }

    @Test
    void resultWhenTheScriptDidNotEndIsATimeout() {
        assertThat(result("step pip\n").status()).isEqualTo(Status.TIMEOUT);
        assertThat(result("").status()).isEqualTo(Status.TIMEOUT);
    }

    private static CellResult result(String stdout) {
        return LibraryInstall.result(new NodeOutput(stdout, "", true), Duration.ofMillis(1));
    }
}
