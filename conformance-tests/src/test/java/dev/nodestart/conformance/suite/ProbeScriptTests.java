package dev.nodestart.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProbeScriptTests {

    @Test
    void scriptRunsInBashToItsEndAndGivesFacts() throws IOException, InterruptedException {
        Process bash = new ProcessBuilder("bash", "-c", PlatformSuite.probeScript()).start();
        String stdout = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String stderr = new String(bash.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        NodeFacts facts = FactsParser.parse(stdout).orElseThrow();
        assertThat(facts.value("bash")).isPresent();
        assertThat(facts.runs()).containsOnlyKeys("pip", "virtualenv", "language-server");
        assertThat(facts.run("pip").status()).isNotEqualTo(-1);
        assertThat(stderr).endsWith("nodestart-stderr\n");
        assertThat(bash.waitFor()).isEqualTo(SessionChecks.PROBE_EXIT_CODE);
    }
}
