package dev.nodestart.emulator.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.emulator.diagnosis.Diagnosis.Confidence;
import dev.nodestart.emulator.model.InitScriptRun;
import dev.nodestart.emulator.model.InitScriptStatus;
import dev.nodestart.emulator.model.ScriptChanges;
import dev.nodestart.emulator.model.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScriptNodesTests {
    private static final Diagnosis CAUSE = new Diagnosis(
            "DCS-F53", "It runs [jq].", "Install it.", List.of("jq: not found"), "dcs.md §5", Confidence.CERTAIN);

    @Test
    void nodesAreNamedWhereOnlySomeFailed() {
        Diagnosis named = name(
                Stage.INIT_SCRIPTS,
                run("worker-1", InitScriptStatus.FAILED_EXECUTION),
                run("driver", InitScriptStatus.SUCCEEDED));

        assertThat(named.evidence())
                .containsExactly(
                        "jq: not found", "The init script [/Shared/a.sh] failed on [worker-1], and not on [driver].");
    }

    @Test
    void oneNodeOrACauseOfAnotherStageStaysAsItIs() {
        assertThat(name(Stage.INIT_SCRIPTS, run("driver", InitScriptStatus.FAILED_EXECUTION)))
                .isEqualTo(CAUSE);
        assertThat(name(
                        Stage.START_SPARK,
                        run("driver", InitScriptStatus.FAILED_EXECUTION),
                        run("worker-1", InitScriptStatus.SUCCEEDED)))
                .isEqualTo(CAUSE);
    }

    private static Diagnosis name(Stage stage, InitScriptRun... runs) {
        return ScriptNodes.name(CAUSE, Set.of(stage), Launches.running("15.4", List.of(runs)));
    }

    private static InitScriptRun run(String node, InitScriptStatus status) {
        return new InitScriptRun(
                node,
                false,
                "/Shared/a.sh",
                status,
                OptionalInt.of(status == InitScriptStatus.SUCCEEDED ? 0 : 1),
                Duration.ZERO,
                Optional.empty(),
                "a",
                ScriptChanges.NONE);
    }
}
