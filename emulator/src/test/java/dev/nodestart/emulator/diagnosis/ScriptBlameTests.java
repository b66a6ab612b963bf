package dev.nodestart.emulator.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.emulator.diagnosis.Diagnosis.Confidence;
import dev.nodestart.emulator.model.InitScriptRun;
import dev.nodestart.emulator.model.InitScriptStatus;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.model.ScriptChange;
import dev.nodestart.emulator.model.ScriptChange.Act;
import dev.nodestart.emulator.model.ScriptChange.Kind;
import dev.nodestart.emulator.model.ScriptChanges;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ScriptBlameTests {
    private static final Diagnosis NO_VIRTUALENV = cause("The image has no virtualenv.", "Cannot run [virtualenv]");

    @Test
    void scriptThatTookAToolAwayIsNamed() {
        Launch launch = launch(new ScriptChange(Kind.TOOL, Act.REMOVED, "virtualenv", "/usr/bin/virtualenv"));

        assertThat(ScriptBlame.name(NO_VIRTUALENV, launch))
                .isEqualTo(new Diagnosis(
                        "DCS-F01",
                        "The image has no virtualenv. The init script [/Shared/clean.sh] did it: removed virtualenv"
                                + " (/usr/bin/virtualenv).",
                        "Change the init script [/Shared/clean.sh], which took [virtualenv] away: leave that step out,"
                                + " or let the script put it right again before it ends.",
                        List.of(
                                "Cannot run [virtualenv]",
                                "Init script [/Shared/clean.sh] on [driver]: removed virtualenv"
                                        + " (/usr/bin/virtualenv)"),
                        "dcs.md F01",
                        Confidence.CERTAIN));
    }

    @Test
    void packageIsKnownByEitherDash() {
        Launch launch = launch(new ScriptChange(Kind.PIP, Act.CHANGED, "jupyter_client", "8.6.0 to 5.0.0"));
        Diagnosis old = cause("jupyter-client is too old.", "");

        assertThat(ScriptBlame.name(old, launch).fix())
                .isEqualTo("Change the init script [/Shared/clean.sh], which changed [jupyter_client]: leave that step"
                        + " out, or let the script put it right again before it ends.");
    }

    @Test
    void scriptIsNotBlamedForWhatItAddedNorForAnotherName() {
        assertThat(ScriptBlame.name(
                        NO_VIRTUALENV, launch(new ScriptChange(Kind.TOOL, Act.ADDED, "virtualenv", "/opt/virtualenv"))))
                .isEqualTo(NO_VIRTUALENV);
        assertThat(ScriptBlame.name(NO_VIRTUALENV, launch(new ScriptChange(Kind.DPKG, Act.REMOVED, "virtual", ""))))
                .isEqualTo(NO_VIRTUALENV);
    }

    @Test
    void settingsAreBlamedByTheirPath() {
        Launch launch = launch(new ScriptChange(Kind.ENVIRONMENT, Act.ADDED, "/etc/sudoers.d/mine", ""));
        Diagnosis broken = cause("sudo does not run.", "/etc/sudoers.d/mine:1: syntax error");

        assertThat(ScriptBlame.name(broken, launch).cause())
                .isEqualTo("sudo does not run. The init script [/Shared/clean.sh] did it: added settings"
                        + " /etc/sudoers.d/mine.");
    }

    private static Diagnosis cause(String cause, String evidence) {
        return new Diagnosis("DCS-F01", cause, "fix", List.of(evidence), "dcs.md F01", Confidence.CERTAIN);
    }

    private static Launch launch(ScriptChange change) {
        return Launches.running(
                "15.4",
                List.of(new InitScriptRun(
                        "driver",
                        false,
                        "/Shared/clean.sh",
                        InitScriptStatus.SUCCEEDED,
                        OptionalInt.of(0),
                        Duration.ZERO,
                        Optional.empty(),
                        "log",
                        new ScriptChanges(List.of(change), List.of()))));
    }
}
