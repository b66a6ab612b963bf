package dev.nodestart.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.conformance.facts.Answer;
import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.conformance.testing.FactSets;
import dev.nodestart.emulator.node.CellResult;
import dev.nodestart.emulator.node.CellResult.Status;
import dev.nodestart.emulator.node.NodeOutput;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
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

    @Test
    void pipIsWhatTheInstallationToldOfIt() {
        assertThat(pip("step pip\nlibrary installed\npip 0 pip 23.2.1 from /x (python 3.11)\n0\n"))
                .isEqualTo(new Answer(0, "pip 23.2.1 from /x (python 3.11)", ""));
        assertThat(pip("step access\npip 127 sh: 1: /databricks/python/bin/pip: not found\n1\n"))
                .isEqualTo(new Answer(127, "sh: 1: /databricks/python/bin/pip: not found", ""));
    }

    @Test
    void pipWhenTheInstallationDidNotComeToItDidNotAnswerInTime() {
        assertThat(pip("step pip\n").timedOut()).isTrue();
    }

    @Test
    void pipWhenAnEarlierRecordingHasItAsAnAnswerIsThat() {
        Answer answered = new Answer(0, "pip 20.0.2", "");

        assertThat(LibraryInstall.pip(FactSets.everything().with("pip.version", answered)))
                .isEqualTo(answered);
    }

    @Test
    void evidenceLeavesOutWhatOnlyPipsVersionNeeds() {
        assertThat(LibraryInstall.evidence(result("step pip\npip 3 no such option\n3\n")))
                .containsExactly("step pip", "3", "status ERROR, exit code 3, 1 ms");
    }

    private static Answer pip(String stdout) {
        Facts facts = FactSets.everything().with(LibraryInstall.NAME, result(stdout));
        Map<String, Answer> answers = new HashMap<>(facts.answers());
        answers.remove("pip.version");
        return LibraryInstall.pip(new Facts(
                facts.launch(), facts.runtime(), facts.imageDetails(), answers, facts.trials(), facts.gaps()));
    }

    private static CellResult result(String stdout) {
        return LibraryInstall.result(new NodeOutput(stdout, "", true), Duration.ofMillis(1));
    }
}
